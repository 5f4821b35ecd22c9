"""Hard-wired callers and four-key evaluators on one RS-485 line, as wired at the windows of older halls."""
