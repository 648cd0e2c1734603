INSERT INTO step (target_id, date, percent, name_en, name_zh_cn, name_zh_tw)
VALUES (?, ?, ?, ?, ?, ?)
