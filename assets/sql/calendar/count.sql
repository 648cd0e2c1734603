SELECT count(*) FROM calendar
