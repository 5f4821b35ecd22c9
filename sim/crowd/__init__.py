"""Headless citizens, clerks and displays that use the hall's real interface; bounded in number and time."""
