"""What can be wrong with a gateway, set while it runs."""

from dataclasses import dataclass, fields
from enum import StrEnum

from sim.errors import BadLever


class Reports(StrEnum):
    """How delivery reports come. EARLY: before the answer to the submission, where the protocol can."""

    ON_TIME = "on-time"
    EARLY = "early"
    TWICE = "twice"
    NEVER = "never"
    UNDELIVERED = "undelivered"


@dataclass(slots=True, kw_only=True)
class GatewayFaults:
    """Counts say how many of the next submissions (or answers) it happens to, and run down to nothing.

    `refuses`: a connection is taken and reset at once; those that stand go on.
    `half_open`: bytes are taken, and nothing is done and nothing said, until mended.
    `answer_after_s`: every answer comes so much later.
    `lose_answers`: done, and never answered; the connection stays.
    `double_answers`: answered twice (CMPP alone: HTTP cannot).
    `throttle`: refused because of too many (CMPP: result 8; Aliyun: Throttling.User; hooks: 429).
    `refuse_with`: every submission is refused with this, until mended (CMPP: result "1" to "9" and more;
    Aliyun: a code such as "isv.OUT_OF_SERVICE"; hooks: an HTTP status such as "503").
    `garbage`: rubbish is sent in the place of the answer (HTTP: and the connection ends).
    `cut_after_bytes`: after so many more bytes to the client the connection is reset; 0: done, but not a
    byte of the answer comes.
    `rate_per_s`: what it says it can take; more is refused as by `throttle`.
    """

    refuses: bool = False
    half_open: bool = False
    answer_after_s: float = 0.0
    lose_answers: int = 0
    double_answers: int = 0
    throttle: int = 0
    refuse_with: str | None = None
    garbage: int = 0
    cut_after_bytes: int | None = None
    rate_per_s: float | None = None
    reports: Reports = Reports.ON_TIME
    report_after_s: float = 0.0

    def set(self, **wishes: object) -> None:
        """Only what is named changes. Raises BadLever."""
        known = {field.name for field in fields(self)}
        if unknown := wishes.keys() - known:
            raise BadLever(f"a gateway has no fault {', '.join(sorted(unknown))}")
        if "reports" in wishes:
            wishes["reports"] = _reports(wishes["reports"])
        for name, value in wishes.items():
            setattr(self, name, value)

    def clear(self) -> None:
        for field in fields(self):
            setattr(self, field.name, field.default)

    def takes(self, count: str) -> bool:
        """Whether it happens this time, of a fault that runs down."""
        left = int(getattr(self, count))
        setattr(self, count, max(0, left - 1))
        return left > 0

    def admit(self, answer: bytes) -> tuple[bytes, bool]:
        """What of an answer gets out, and whether the connection is reset after it."""
        if self.cut_after_bytes is None:
            return answer, False
        out = answer[: self.cut_after_bytes]
        self.cut_after_bytes -= len(out)
        if self.cut_after_bytes > 0:
            return out, False
        self.cut_after_bytes = None
        return out, True


def _reports(wish: object) -> Reports:
    try:
        return Reports(str(wish))
    except ValueError as error:
        raise BadLever(f"reports come {', '.join(Reports)}, not {wish!r}") from error
