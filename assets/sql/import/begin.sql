INSERT INTO import (name, sha256, given, encoding, who, at, rows, fresh, changed, same, rejected)
VALUES (?, ?, ?, '', ?, ?, 0, 0, 0, 0, 0)
