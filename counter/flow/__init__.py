"""The counter's decisions, pure: what may be pressed, what a press leads to, what an answer means."""
