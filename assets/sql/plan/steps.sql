SELECT target_id, date, percent, name_en, name_zh_cn, name_zh_tw FROM step ORDER BY target_id, date
