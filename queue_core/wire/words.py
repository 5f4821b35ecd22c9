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
    TERMINAL = "terminal"  # 自助终端, unattended
    CABINET = "cabinet"  # 取件柜; its device's name is the cabinet's code
    GATEWAY = "gateway"  # the city's app and booking system, the back office
    GUIDE = "guide"  # 导办
    COURIER = "courier"  # 送件员: deposits and removes at cabinets, and nothing else
    SUPERVISOR = "supervisor"
    MANAGER = "manager"  # 管理人员: reads the figures, changes nothing
    AUDITOR = "auditor"
    ADMIN = "admin"


class TicketClass(StrEnum):
    ACCEPT = "accept"  # 受理
    CONSULT = "consult"  # 咨询
    PICKUP = "pickup"  # 取件


class TicketState(StrEnum):
    REMOTE = "remote"  # 远程取号: taken by phone, its holder not yet in the hall
    WAITING = "waiting"
    DEFERRED = "deferred"  # 顺延: waits, but lets others pass first
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"  # 挂起: its holder fetches what is missing
    ABSENT = "absent"  # 过号
    FINISHED = "finished"
    CANCELLED = "cancelled"  # 取消
    EXPIRED = "expired"  # 失效: missed twice, away too long, or the day ended
    WITHDRAWN = "withdrawn"  # 作废: never reached the citizen


class DeliveryState(StrEnum):
    """How the number reached the citizen; the printer's part of a ticket's life."""

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
    COUNTER = "counter"
    TERMINAL = "terminal"  # 自助终端


class WindowAction(StrEnum):
    """What a clerk (or the hard-wired caller at the window) may press; each is a POST of that name."""

    OPEN = "open"
    CLOSE = "close"
    CALL_NEXT = "call-next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no-show"
    RESUME = "resume"


class CardKind(StrEnum):
    RESIDENT_ID = "resident_id"  # 居民身份证
    SOCIAL_SECURITY = "social_security"  # 社会保障卡
    RESIDENCE_PERMIT = "residence_permit"  # 港澳台居民居住证
    PERMANENT_RESIDENCE = "permanent_residence"  # 外国人永久居留身份证
    PASSPORT = "passport"  # 护照, 通行证; typed at the guide desk
    MEDICAL_INSURANCE = "medical_insurance"  # 医保电子凭证, a code its issuer has verified


class RatingChannel(StrEnum):
    PAD = "pad"
    KEYPAD = "keypad"
    PHONE = "phone"  # by the holder, on the ticket's page
    KIOSK = "kiosk"  # by whoever passes by with the card or the ticket
    LINK = "link"  # by the holder, by the link of a visit whose day is over


class PriorityKind(StrEnum):
    """A statutory priority. AGE is seen on the card; staff verify the others by eye or document."""

    AGE = "age"
    DISABILITY = "disability"
    MILITARY = "military"  # 军人, 退役军人
    GREEN_CHANNEL = "green-channel"  # 绿色通道


class PriorityProof(StrEnum):
    """What staff saw of it."""

    DOCUMENT = "document"  # 证件
    EYE = "eye"  # 目视: plain to see, so that nothing is asked for


class Reason(StrEnum):
    """Why a number was called before another, or why one waits: the closed list, on every screen the same."""

    EARLIER = "earlier"
    APPOINTMENT = "appointment"
    PRIORITY = "priority"
    PICKUP = "pickup"
    CONTINUATION = "continuation"
    OVERRIDE = "override"
    CAME_BACK = "came-back"
    STEPPED_BACK = "let-pass"  # 顺延
    NOT_SERVED_HERE = "not-served-here"


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked-in"
    CANCELLED = "cancelled"
    MISSED = "missed"  # 爽约


class CaseState(StrEnum):
    ACCEPTED = "accepted"
    READY = "ready"
    HANDED_OVER = "handed-over"
    EXPIRED = "expired"  # 逾期未取
    RETURNED = "returned"  # 已退回


class PickupWay(StrEnum):
    """取件方式, as its holder said when the case was accepted."""

    WINDOW = "window"
    LOCKER = "locker"
    POST = "post"


class PlaceKind(StrEnum):
    """存放处: where a finished case waits."""

    SHELF = "shelf"  # 取件架, at the window that hands out
    DOOR = "door"  # of a cabinet
    PARTNER = "partner"  # 合作柜: a parcel locker of somebody else
    POSTED = "posted"  # 已寄出


class DoorSize(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class DoorCondition(StrEnum):
    """What the door's own contact says; UNKNOWN while its board does not answer."""

    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"


class DoorUse(StrEnum):
    """What the hall believes of a door."""

    FREE = "free"
    PENDING = "pending"  # an unlocking is not settled
    HOLDS = "holds"  # a case lies in it
    UNSURE = "unsure"  # somebody must say what is inside
    OUT = "out"  # in trouble, or taken out of service


class DoorTrouble(StrEnum):
    STUCK = "stuck"
    FORCED = "forced"
    FOUND_FULL = "found-full"


class UnlockingPurpose(StrEnum):
    DEPOSIT = "deposit"
    COLLECTION = "collection"
    REMOVAL = "removal"
    INSPECTION = "inspection"


class UnlockingState(StrEnum):
    """开门, from asked to settled."""

    ASKED = "asked"
    OPEN = "open"
    UNSURE = "unsure"
    SETTLED = "settled"
    FAILED = "failed"


class UnlockingFailure(StrEnum):
    STUCK = "stuck"
    BOARD_AWAY = "board-away"
    WITHDRAWN = "withdrawn"
    FOUND_FULL = "found-full"
    SUPERSEDED = "superseded"  # the hall's own word: an inspection settles it


class Finding(StrEnum):
    """What somebody at a door says of it."""

    INSIDE = "inside"  # it lies inside: put back, deposited
    EMPTY = "empty"  # taken, or not put in
    MISSING = "missing"  # 柜内无物品: nothing was inside when the door came open


class ReceiptKind(StrEnum):
    ACCEPTANCE = "acceptance"  # 受理回执
    HAND_OVER = "hand-over"  # 交付凭证
