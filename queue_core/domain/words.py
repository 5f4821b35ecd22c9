"""The closed sets of words of the domain. Their values are the same words that travel on the wire."""

from enum import StrEnum


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
    WITHDRAWN = "withdrawn"  # 作废


class DeliveryState(StrEnum):
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


class RatingChannel(StrEnum):
    PAD = "pad"
    KEYPAD = "keypad"


BEST_LEVEL = 5  # 非常满意
WORST_LEVEL = 1  # 非常不满意 (国办发〔2019〕51号)
