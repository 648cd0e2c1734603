-- Which problem a journal entry's before and after are about.
SELECT coalesce(?1 ->> 'id', ?2 ->> 'id')
