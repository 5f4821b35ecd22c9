"""The last lines of the kiosk's log, for staff who stand before it.

Of each event only its name and fields from a closed list are kept: what is not named here cannot be shown,
whatever a line of the log carries one day.
"""

from collections import deque
from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

import structlog

from kiosk.flow.visit import LogLine

LINES = 50
SHOWN = ("part", "device", "code", "reader", "outcome", "what", "why", "trouble", "off_s", "has_left_printer")


class LogRing:
    """A processor of structlog; may be called from any thread."""

    def __init__(self) -> None:
        self._lines: deque[LogLine] = deque(maxlen=LINES)

    def __call__(self, _: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        fields = " ".join(f"{name}={plain(event[name])}" for name in SHOWN if event.get(name) is not None)
        name = str(event.get("event", ""))
        level = str(event.get("level", ""))
        self._lines.append(
            LogLine(at=_local(event.get("timestamp")), level=level, text=f"{name} {fields}".strip())
        )
        return event

    def lines(self) -> tuple[LogLine, ...]:
        """Newest first."""
        return tuple(reversed(self._lines))


def plain(value: object) -> str:
    """An address without its options."""
    return str(value).partition("?")[0]


def keep_last_lines() -> LogRing:
    """From now on, of all loggers that have not logged yet. After `log.configure`."""
    ring = LogRing()
    *before, rendering = structlog.get_config()["processors"]
    structlog.configure(processors=[*before, ring, rendering])
    return ring


def _local(told: object) -> str:
    """The time of day here; a log has it in UTC."""
    try:
        return datetime.fromisoformat(str(told)).astimezone().strftime("%H:%M:%S")
    except ValueError:
        return ""
