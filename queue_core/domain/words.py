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
    EXPIRED = "expired"  # 逾期未取: can still be handed over at a window
    RETURNED = "returned"  # 已退回 to the department that made it


class PickupWay(StrEnum):
    """取件方式: how its holder wants to get what is finished, as said when the case was accepted."""

    WINDOW = "window"
    LOCKER = "locker"
    POST = "post"


class DoorSize(StrEnum):
    """In the order of what fits into what."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class DoorCondition(StrEnum):
    """What the door's own contact says."""

    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"  # its board does not answer


class UnlockingPurpose(StrEnum):
    DEPOSIT = "deposit"  # 存件
    COLLECTION = "collection"  # 领取
    REMOVAL = "removal"  # 取回: by staff, to another place
    INSPECTION = "inspection"  # 查验: by staff


class UnlockingState(StrEnum):
    ASKED = "asked"
    OPEN = "open"
    UNSURE = "unsure"  # its cabinet was gone meanwhile: somebody must say what is inside
    SETTLED = "settled"
    FAILED = "failed"


class UnlockingFailure(StrEnum):
    STUCK = "stuck"  # told to open and stayed shut
    BOARD_AWAY = "board-away"
    WITHDRAWN = "withdrawn"  # not wanted any more before it was open
    FOUND_FULL = "found-full"  # something was in a door that was believed to be empty
    SUPERSEDED = "superseded"  # unsure, and an inspection was asked in its place, which settles it


class UnlockingDoubt(StrEnum):
    """Why an unlocking is unsure."""

    SILENT = "silent"  # its cabinet told nothing in time
    GONE = "gone"  # its cabinet does not know of it any more
    BOARD_AWAY = "board-away"
    NOT_SAID = "not-said"  # the door was closed after an inspection without a word


class Finding(StrEnum):
    """What somebody at a door says of it."""

    INSIDE = "inside"  # it lies inside
    EMPTY = "empty"  # it was taken out, or never put in
    MISSING = "missing"  # the door was empty when it came open, and should not have been


class DoorTrouble(StrEnum):
    """Why a door is not used until staff inspected it."""

    STUCK = "stuck"
    FORCED = "forced"  # came open without an unlocking
    FOUND_FULL = "found-full"


class ProofKind(StrEnum):
    """取件凭据: what a holder shows at a cabinet."""

    CODE = "code"
    QR = "qr"
    CARD = "card"


class ReceiptKind(StrEnum):
    """回执: what is printed about a case."""

    ACCEPTANCE = "acceptance"  # 受理回执
    HAND_OVER = "hand-over"  # 交付凭证


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
