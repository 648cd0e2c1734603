INSERT INTO import (id, name, sha256, encoding, who, at, rows, fresh, changed, same, rejected,
    undone, given)
VALUES (?1, coalesce(?2, ''), coalesce(?3, ''), coalesce(?4, ''), coalesce(?5, ''),
    coalesce(?6, ''), ?7, ?8, ?9, ?10, ?11, ?12, coalesce(?13, ''))
