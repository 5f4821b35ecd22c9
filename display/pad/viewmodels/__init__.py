"""What the pad's QML shows: frozen props, derived purely from the state."""
