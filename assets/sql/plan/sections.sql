SELECT id, number, name_en, name_zh_cn, name_zh_tw FROM section ORDER BY id
