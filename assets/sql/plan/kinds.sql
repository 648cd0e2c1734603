SELECT id, code, name_en, name_zh_cn, name_zh_tw FROM kind ORDER BY id
