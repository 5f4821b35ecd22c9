"""The phones' road to a hall that only opens connections outwards.

`paihao relay` stands in the DMZ behind nginx and passes requests on; `paihao uplink` stands in the hall,
holds a WebSocket open to the relay and puts the requests to the hall server. Both know which paths are public
and let nothing else through: neither has to trust the other for that.
"""
