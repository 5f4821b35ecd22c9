"""The ticket on paper: its template, its layout, and the other slips that a desk or a kiosk prints."""
