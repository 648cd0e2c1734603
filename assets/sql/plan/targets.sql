SELECT id, code, item_id, measure, pace, name_en, name_zh_cn, name_zh_tw, unit_en, unit_zh_cn,
    unit_zh_tw, veto, weight, source_term, basis, scope_type, scope_id, within_size
FROM target ORDER BY id
