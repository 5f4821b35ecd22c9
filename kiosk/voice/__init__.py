"""What the kiosk says aloud, and when."""
