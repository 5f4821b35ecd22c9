"""What the wall's QML shows: one frozen value, derived from what the wall knows."""
