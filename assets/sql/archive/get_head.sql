SELECT 'duban-archive/1', sample, as_of FROM plan WHERE ?1 IS NULL OR ?1 IS NOT NULL
