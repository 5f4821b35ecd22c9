"""The journal, the tables beside it and the keys of personal data, on disk. The only package that knows SQLite."""
