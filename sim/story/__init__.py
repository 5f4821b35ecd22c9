"""A scripted day, played from outside on the real applications.

Speaks only the stage protocol, the simulator's levers, the hall's HTTP interface, and starts programs by
their commands. What the applications are made of is none of its business.
"""
