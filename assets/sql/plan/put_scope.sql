INSERT INTO scope (id, code, name_en, name_zh_cn, name_zh_tw) VALUES (?, ?, ?, ?, ?)
