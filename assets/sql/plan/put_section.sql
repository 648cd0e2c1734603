INSERT INTO section (id, number, name_en, name_zh_cn, name_zh_tw) VALUES (?, ?, ?, ?, ?)
