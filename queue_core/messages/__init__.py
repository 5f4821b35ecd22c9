"""Messages to citizens: taken from the outbox, worded, and sent over a carrier."""
