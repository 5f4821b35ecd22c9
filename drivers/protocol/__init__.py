"""Bytes and values of each device's protocol; no port, no clock, no thread."""
