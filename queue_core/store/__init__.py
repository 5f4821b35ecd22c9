"""The journal, its projections and the keys of personal data, on disk. The only package that knows SQLite."""
