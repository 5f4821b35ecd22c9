"""What the screen at a window shows: one frozen value, derived from what it knows."""
