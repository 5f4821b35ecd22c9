"""The entries of the table, one module a family of devices."""
