INSERT INTO draw (date, seed, kind, town, weighted, algorithm, who, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
