SELECT id, code, name_en, name_zh_cn, name_zh_tw, kind_id, town_id, sample, size FROM school
ORDER BY id
