"""The sim bench: a window with everything a hand can do in the simulated hall.

For people who try the hall on a screen. Knows the levers of `paihao-sim` and nothing else.
"""
