"""The headless owner of a bus of window devices: callers and pads that work with the counter client closed."""
