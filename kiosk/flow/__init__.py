"""What a visit at the kiosk is and how it goes on: pure, without Qt, devices or network."""
