"""The closed sets of words in the journal, spelled out: a word nobody documented is found.

Written from docs/journal.md, not from the engine's classes.
"""

from typing import Annotated, Literal

from msgspec import Meta

TicketClass = Literal["accept", "consult", "pickup"]
Right = Literal["arrival", "pickup", "priority", "appointment"]
Way = Literal["rule", "hand-back", "override"]
Expiry = Literal["missed-twice", "away-too-long", "day-ended", "hall-closed"]
RatingChannel = Literal["pad", "keypad", "phone", "kiosk", "link"]
CallBack = Literal["satisfied", "not-satisfied", "not-reached"]
Act = Literal["contact", "verify", "rectify", "answer"]
Stage = Literal["contact", "verify", "rectify", "answer", "review", "closed"]
Size = Literal["small", "medium", "large"]
Condition = Literal["closed", "open", "unknown"]
Purpose = Literal["deposit", "collection", "removal", "inspection"]
OrderState = Literal["asked", "open", "unsure", "settled", "failed"]
Found = Literal["inside", "empty", "missing"]
Doubt = Literal["silent", "gone", "board-away", "not-said"]
Failure = Literal["stuck", "board-away", "withdrawn", "found-full", "superseded"]
Trouble = Literal["stuck", "forced", "found-full"]
Proof = Literal["code", "qr", "card"]
Positive = Annotated[int, Meta(ge=1)]
Natural = Annotated[int, Meta(ge=0)]
