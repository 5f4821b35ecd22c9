"""Named things a story or a person does to the simulated world, over a socket. Listed in sim/README.md."""
