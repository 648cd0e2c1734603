SELECT kind, first, last, name_en, name_zh_cn, name_zh_tw FROM calendar ORDER BY id
