"""What the counter's QML shows: frozen props, derived purely from the state."""
