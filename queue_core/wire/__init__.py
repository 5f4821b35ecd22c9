"""What travels between the hall server and its clients: commands, views, the stream and problems.

Own types, versioned by PROTOCOL; nothing here knows the domain. JSON through msgspec; instants are
integer milliseconds since 1970 (UTC), windows are their printed numbers, tickets their integer ids. A hall
whose clock is steered moves it on to the `Paihao-Now` of each request.
"""

PROTOCOL = 1
PROTOCOL_HEADER = "Paihao-Protocol"
IDEMPOTENCY_HEADER = "Idempotency-Key"
REQUEST_ID_HEADER = "X-Request-Id"
NOW_HEADER = "Paihao-Now"
