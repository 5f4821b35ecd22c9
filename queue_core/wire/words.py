"""The closed sets of words both sides use. The glossary is CONTEXT.md."""

from enum import StrEnum


class Role(StrEnum):
    """What a device's or a person's token may do."""

    KIOSK = "kiosk"
    COUNTER = "counter"  # the device; commands need the clerk's session on top
    CLERK = "clerk"
    STATION = "station"
    WALL = "wall"
    PAD = "pad"
    AUDITOR = "auditor"
    ADMIN = "admin"


class TicketClass(StrEnum):
    ACCEPT = "accept"  # 受理
    CONSULT = "consult"  # 咨询
    PICKUP = "pickup"  # 取件


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    FINISHED = "finished"
    ABSENT = "absent"  # 过号
    WITHDRAWN = "withdrawn"  # 作废: never reached the citizen


class DeliveryState(StrEnum):
    """How the number reached the citizen; the printer's part of a ticket's life."""

    ISSUED = "issued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    PAPERLESS = "paperless"
    WITHDRAWN = "withdrawn"


class WindowState(StrEnum):
    CLOSED = "closed"
    FREE = "free"
    CALLED = "called"
    SERVING = "serving"


class WindowAction(StrEnum):
    """What a clerk (or the hard-wired caller at the window) may press; each is a POST of that name."""

    OPEN = "open"
    CLOSE = "close"
    CALL_NEXT = "call-next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no-show"


class CardKind(StrEnum):
    RESIDENT_ID = "resident_id"  # 居民身份证
    SOCIAL_SECURITY = "social_security"  # 社会保障卡


class RatingChannel(StrEnum):
    PAD = "pad"
    KEYPAD = "keypad"
