"""What carries bytes: serial lines, TCP, PC/SC. A foreign library's exceptions stop here."""
