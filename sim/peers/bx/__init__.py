"""LED cards of the BX-4K/5 families, as they answer on the wire."""
