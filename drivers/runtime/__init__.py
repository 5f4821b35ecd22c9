"""Addresses, opening, and keeping devices open."""
