"""The far ends of wires: bytes in, bytes out. No sockets, no clock; each says what it does not model."""
