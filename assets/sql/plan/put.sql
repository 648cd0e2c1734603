INSERT INTO plan (id, code, name_en, name_zh_cn, name_zh_tw, authority_en, authority_zh_cn,
    authority_zh_tw, starts, ends, reporters)
VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
