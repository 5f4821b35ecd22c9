"""The rating pad's decisions, pure: which page is shown, and what a pressed face leads to."""
