"""The ticket on paper, in words that no printer has of its own.

It carries what a citizen needs while waiting, in Chinese and English, and nothing about who it is.
"""

from collections.abc import Iterator
from datetime import datetime
from textwrap import wrap
from zoneinfo import ZoneInfo

from drivers.contract.slip import Align, Cut, Element, Line, QrCode, Rule, Slip, Space
from kiosk.wait import said
from queue_core.wire.messages import Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import TicketClass

CLASS_NAMES = {
    TicketClass.ACCEPT: ("受理", "Apply"),
    TicketClass.CONSULT: ("咨询", "Enquire"),
    TicketClass.PICKUP: ("取件", "Collect"),
}
LARGEST = 8
QR_MODULE_DOTS = 6


def compose(ticket: Ticket, hall: HallView, columns: int) -> Slip:
    """`columns` are the printer's letters of size 1 in a line, 48 or 32 on the usual papers."""
    zone = ZoneInfo(hall.timezone)
    return Slip(
        elements=(
            *head(hall, columns),
            *number(ticket, hall, columns),
            *facts(ticket, zone, columns),
            *advice(columns),
            *code(ticket),
            Cut(),
        )
    )


def head(hall: HallView, columns: int) -> Iterator[Element]:
    yield Line(text=named(hall.names, "zh-CN"), align=Align.CENTRE, bold=True)
    for english in balanced(hall.names.get("en", ""), columns):
        yield Line(text=english, align=Align.CENTRE)
    yield Rule()


def number(ticket: Ticket, hall: HallView, columns: int) -> Iterator[Element]:
    """The number as large as the paper allows: it must be read at arm's length without glasses."""
    chinese, english = CLASS_NAMES[ticket.ticket_class]
    names = next((one.names for one in hall.categories if one.code == ticket.category), {})
    size = min(LARGEST, columns // len(ticket.number))
    yield Line(text=f"{named(names, 'zh-CN')} {chinese}".strip(), align=Align.CENTRE, size=2, bold=True)
    yield Line(text=f"{named(names, 'en')} · {english}".strip(" ·"), align=Align.CENTRE)
    yield Line(text=ticket.number, align=Align.CENTRE, size=size, bold=True)


def facts(ticket: Ticket, zone: ZoneInfo, columns: int) -> Iterator[Element]:
    issued = datetime.fromtimestamp(ticket.issued_at_ms / 1000, tz=zone)
    yield Line(text=f"前面等候 {ticket.ahead} 人", align=Align.CENTRE, size=2)
    yield Line(text=f"Ahead of you: {ticket.ahead}", align=Align.CENTRE)
    yield from expected(ticket, columns)
    yield Line(text=f"取号时间 {issued:%Y-%m-%d %H:%M}", align=Align.CENTRE)
    yield Rule()


def expected(ticket: Ticket, columns: int) -> Iterator[Element]:
    if ticket.estimate is None:
        return
    wait = said(ticket.estimate)
    chinese = f"约 {wait.about_min} 分钟，多数不超过 {wait.within_min} 分钟"
    yield Line(text=chinese, align=Align.CENTRE, bold=True)
    about, within = f"About {wait.about_min} min,", f"9 in 10 within {wait.within_min} min"
    for english in in_a_line(about, within, columns):
        yield Line(text=english, align=Align.CENTRE)


def advice(columns: int) -> Iterator[Element]:
    for chinese in ("请在大厅等候，留意大屏和广播", "叫号多次未到，即为过号"):
        yield Line(text=chinese, align=Align.CENTRE, bold=True)
    for english in balanced("Your number is shown and announced. It is missed after several calls.", columns):
        yield Line(text=english, align=Align.CENTRE)


def code(ticket: Ticket) -> Iterator[Element]:
    yield Space()
    yield QrCode(content=ticket.status_url, module_dots=QR_MODULE_DOTS)
    yield Space()
    yield Line(text="手机扫码看排队进度", align=Align.CENTRE)
    yield Line(text="Scan to follow the queue", align=Align.CENTRE)


def in_a_line(first: str, second: str, columns: int) -> list[str]:
    """Both in one line, or a line each where the paper is too narrow."""
    whole = f"{first} {second}"
    return [whole] if len(whole) <= columns else [first, second]


def balanced(text: str, columns: int) -> list[str]:
    """Lines of about the same length, so that no last word stands alone."""
    rows = len(wrap(text, columns))
    return next(wrap(text, width) for width in range(1, columns + 1) if len(wrap(text, width)) <= rows)


def named(names: dict[str, str], language: str) -> str:
    """The name in a language; Chinese where it has none in that one."""
    return names.get(language) or names.get("zh-CN", "")
