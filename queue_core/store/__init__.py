"""Journal, side tables and keys of personal data on disk. The only package that knows SQLite."""
