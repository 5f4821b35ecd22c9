"""Numbers of cases 办件号 that the hall gives itself: the day, a counter, a check digit, as 20261122-00074.

Not secret: it is on paper, and names a case without opening anything. The check digit is that of ISO 7064
MOD 11,10 over all digits before it.
"""

import re

from queue_core.domain.hall_day import HallDay
from queue_core.store.pickup_codes import check_digit

_DAY_DIGITS = 8
_FEWEST_DIGITS = 4
_NUMBER = re.compile(r"([0-9]{8})-?([0-9]{4,})([0-9])")


class CaseNumbers:
    """Belongs to the committer's thread. A number that was prepared in vain is left out."""

    def __init__(self) -> None:
        self._today = ""
        self._last = 0

    def next(self, day: HallDay, today: str) -> str:
        """The next one of a business day (ISO date)."""
        if today != self._today:
            self._today, self._last = today, _last_of(day, today)
        self._last += 1
        return case_number(today, self._last)


def case_number(today: str, nth: int) -> str:
    digits = f"{nth:0{_FEWEST_DIGITS}}"
    date = today.replace("-", "")
    return f"{date}-{digits}{check_digit(date + digits)}"


def case_number_typed(text: str) -> str | None:
    """A number as the hall writes it, from its digits with or without the dash; None when it is none."""
    found = _NUMBER.fullmatch(text)
    if found is None or check_digit(found[1] + found[2]) != found[3]:
        return None
    return f"{found[1]}-{found[2]}{found[3]}"


def _last_of(day: HallDay, today: str) -> int:
    """After a restart: the greatest that was given today."""
    date = today.replace("-", "")
    given = (case_number_typed(case.code) for case in day.cases if case.code.startswith(f"{date}-"))
    return max((int(code[_DAY_DIGITS + 1 : -1]) for code in given if code is not None), default=0)
