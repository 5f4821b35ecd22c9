"""What happens at a cabinet's screen, as pure steps."""
