"""A locker cabinet at the side of a kiosk: its doors and its pages, with the kiosk's screen and devices."""
