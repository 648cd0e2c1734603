INSERT INTO reopening (problem_id, closed, reopened, remedy) VALUES (?1, ?2, ?3, coalesce(?4, ''))
