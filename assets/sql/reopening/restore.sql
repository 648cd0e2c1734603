-- The reopenings of the problem that the JSON ?1 describes.
INSERT INTO reopening (problem_id, closed, reopened, remedy)
SELECT ?1 ->> 'id', value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1, '$.reopened')
