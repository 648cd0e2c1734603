-- A dated step as JSON; no row when the target has none on that day.
SELECT json_object('step', date, 'percent', percent, 'name_en', name_en, 'name_zh_cn', name_zh_cn,
    'name_zh_tw', name_zh_tw)
FROM step WHERE target_id = ?1 AND date = ?2
