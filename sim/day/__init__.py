"""A simulated day: citizens and clerks at the HTTP interface of a real hall server with a steered clock.

`demand` says who comes and what they need, the same for a seed whatever the hall; `opening` starts a server
in a folder of its own; `playing` lets the day happen; `witness` and `figures` measure it from the exported
journal; `pictures` and `telling` show it; `comparing` plays the same day under several arrangements.
"""
