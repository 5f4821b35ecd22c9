"""The headless owner of a bus of window devices: they work with the counter client closed."""
