"""One file a driver, and one table of all of them."""
