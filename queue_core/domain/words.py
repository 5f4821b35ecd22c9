"""The closed sets of words of the domain. Their values are the same words that travel on the wire."""

from enum import StrEnum


class TicketClass(StrEnum):
    ACCEPT = "accept"  # 受理
    CONSULT = "consult"  # 咨询
    PICKUP = "pickup"  # 取件


class TicketState(StrEnum):
    REMOTE = "remote"  # 远程取号: issued to a phone, its holder not yet in the hall
    WAITING = "waiting"  # 等候
    DEFERRED = "deferred"  # 顺延: waits, but lets others pass first
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"  # 挂起: its holder fetches what is missing
    ABSENT = "absent"  # 过号
    FINISHED = "finished"
    CANCELLED = "cancelled"  # 取消: given up by its holder
    EXPIRED = "expired"  # 失效: missed twice, away too long, or the day ended
    WITHDRAWN = "withdrawn"  # 作废: never reached its holder


class DeliveryState(StrEnum):
    ISSUED = "issued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    REPRINTED = "reprinted"
    PAPERLESS = "paperless"
    WITHDRAWN = "withdrawn"


class WindowState(StrEnum):
    CLOSED = "closed"
    FREE = "free"
    PAUSED = "paused"
    CALLED = "called"
    SERVING = "serving"


class WindowKind(StrEnum):
    COUNTER = "counter"  # 窗口, staffed
    TERMINAL = "terminal"  # 自助终端, unattended


class CallMode(StrEnum):
    """Who calls the next number to a window: its clerk, or the hall as soon as the window is free."""

    PRESSED = "pressed"
    AUTO = "auto"


class Origin(StrEnum):
    KIOSK = "kiosk"
    PHONE = "phone"
    STAFF = "staff"  # 导办


class PriorityKind(StrEnum):
    AGE = "age"
    DISABILITY = "disability"
    MILITARY = "military"  # 军人, 退役军人
    GREEN_CHANNEL = "green-channel"  # 绿色通道


class PriorityProof(StrEnum):
    """What staff saw of it."""

    DOCUMENT = "document"  # 证件
    EYE = "eye"  # 目视: plain to see, so that nothing is asked for


class Right(StrEnum):
    """What a ticket's key rests on: the one best right."""

    ARRIVAL = "arrival"
    PICKUP = "pickup"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"


class CallWay(StrEnum):
    RULE = "rule"
    HAND_BACK = "hand-back"
    OVERRIDE = "override"


class Reason(StrEnum):
    """Why somebody was called before a waiting ticket: the whole list, shared by rule, screens and audit."""

    EARLIER = "earlier"
    APPOINTMENT = "appointment"
    PRIORITY = "priority"
    PICKUP = "pickup"
    CONTINUATION = "continuation"  # 接续办理
    OVERRIDE = "override"
    CAME_BACK = "came-back"  # after a missed call, and lets others pass
    LET_PASS = "let-pass"  # noqa: S105 no password
    NOT_SERVED_HERE = "not-served-here"


class DeferralReason(StrEnum):
    RETURNED = "returned"  # 过号顺延
    ASKED = "asked"


class ExpiryReason(StrEnum):
    MISSED_TWICE = "missed-twice"
    AWAY_TOO_LONG = "away-too-long"
    DAY_ENDED = "day-ended"
    HALL_CLOSED = "hall-closed"  # an emergency


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked-in"
    CANCELLED = "cancelled"
    MISSED = "missed"  # 爽约


class CaseState(StrEnum):
    ACCEPTED = "accepted"  # 已受理
    READY = "ready"  # 已办结待取
    HANDED_OVER = "handed-over"  # 已领取


class RatingChannel(StrEnum):
    PAD = "pad"
    KEYPAD = "keypad"
    PHONE = "phone"  # by the holder, later on the same day
    KIOSK = "kiosk"
    LINK = "link"  # by the holder, by the link of a visit whose day is over


class FollowUpStage(StrEnum):
    """What of a low rating's follow-up is to be done next."""

    CONTACT = "contact"  # 联系
    VERIFY = "verify"  # 核实
    RECTIFY = "rectify"  # 整改
    ANSWER = "answer"  # 答复
    REVIEW = "review"  # 回访
    CLOSED = "closed"


class FollowUpAct(StrEnum):
    """What a supervisor does of it; REDO is the review that sends it back."""

    CONTACT = "contact"
    VERIFY = "verify"
    RECTIFY = "rectify"
    ANSWER = "answer"
    REVIEW = "review"
    REDO = "redo"


class CallBack(StrEnum):
    """What the citizen said when called back."""

    SATISFIED = "satisfied"
    NOT_SATISFIED = "not-satisfied"
    NOT_REACHED = "not-reached"


BEST_LEVEL = 5  # 非常满意
WORST_LEVEL = 1  # 非常不满意 (国办发〔2019〕51号)
