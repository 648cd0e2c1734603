SELECT id, code, name_en, name_zh_cn, name_zh_tw FROM scope ORDER BY id
