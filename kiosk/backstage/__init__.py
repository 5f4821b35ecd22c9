"""What the kiosk does away from the screen, on one asyncio loop: the hall, the readers, the printer."""
