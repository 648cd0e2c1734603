INSERT INTO item (id, number, section_id, name_en, name_zh_cn, name_zh_tw, summary_en,
    summary_zh_cn, summary_zh_tw)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
