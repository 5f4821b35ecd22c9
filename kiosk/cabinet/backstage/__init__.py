"""The cabinet's doors, hall and devices, on the asyncio loop."""
