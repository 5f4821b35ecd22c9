"""What each event makes of the day, by subject. Trusts that `decide` made the event."""
