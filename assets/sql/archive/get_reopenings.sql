SELECT problem_id, closed, reopened, remedy FROM reopening
WHERE reopened <= coalesce(?1, reopened) ORDER BY problem_id, closed
