"""What hands can do to the hardware, and what the hardware is made of. Knows no bytes and no wires."""
