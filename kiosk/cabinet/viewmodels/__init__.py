"""What the cabinet's pages show, derived from its state."""
