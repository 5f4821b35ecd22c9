"""What the hall does not do today: it is closed, or its notices are full."""

from queue_core.domain.refusals.refusal import Refusal


class HallClosed(Refusal):
    code = "hall-closed"
    remedy = "Open the business day first."

    def __init__(self) -> None:
        super().__init__("no business day is open")


class HallNotOpenYet(Refusal):
    """Wall instants: numbers are issued from `issues_from_ms`, called from `opens_at_ms`."""

    code = "hall-not-open-yet"
    remedy = "Come back when numbers are issued; see the opening hours."

    def __init__(self, issues_from_ms: int, opens_at_ms: int) -> None:
        super().__init__("no numbers are issued yet")
        self.issues_from_ms = issues_from_ms
        self.opens_at_ms = opens_at_ms


class HallClosedToday(Refusal):
    """`opens_at_ms` is when the hall opens again, as far as its day knows."""

    code = "hall-closed-today"
    remedy = "Come on the next day of opening, or book an appointment."

    def __init__(self, opens_at_ms: int | None = None) -> None:
        super().__init__("the hall is closed for today")
        self.opens_at_ms = opens_at_ms


class NoSuchNotice(Refusal):
    code = "no-such-notice"
    remedy = "Look at the notices that hang there now."

    def __init__(self, notice_id: int) -> None:
        super().__init__(f"there never was a notice {notice_id}")
        self.notice_id = notice_id


class NoticeUnreadable(Refusal):
    code = "notice-unreadable"
    remedy = "Write the text in at least one language, and shorter."

    def __init__(self, longest: int) -> None:
        super().__init__(f"a notice has 1 to {longest} characters in each of its languages")
        self.longest = longest


class TooManyNotices(Refusal):
    code = "too-many-notices"
    remedy = "Take one down first: nobody reads so many."

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} notices hang there already")
        self.most = most
