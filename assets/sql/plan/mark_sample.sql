UPDATE plan SET sample = 1, as_of = ?
