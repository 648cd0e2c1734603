INSERT INTO calendar (kind, first, last, name_en, name_zh_cn, name_zh_tw)
VALUES (?, ?, ?, ?, ?, ?)
