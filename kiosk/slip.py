"""The ticket on paper, in words that no printer has of its own.

It carries what a citizen needs while waiting, in Chinese and English, and nothing about who it is.
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from drivers.contract.slip import Align, Cut, Element, Line, QrCode, Rule, Slip, Space
from queue_core.wire.messages import Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import TicketClass

CLASS_NAMES = {
    TicketClass.ACCEPT: ("受理", "Apply"),
    TicketClass.CONSULT: ("咨询", "Enquire"),
    TicketClass.PICKUP: ("取件", "Collect"),
}
NUMBER_SIZE = 6
QR_MODULE_DOTS = 5


def compose(ticket: Ticket, hall: HallView) -> Slip:
    zone = ZoneInfo(hall.timezone)
    return Slip(elements=(*head(hall), *number(ticket, hall), *facts(ticket, zone), *advice(ticket), Cut()))


def head(hall: HallView) -> Iterator[Element]:
    yield Line(text=named(hall.names, "zh-CN"), align=Align.CENTRE, bold=True)
    if "en" in hall.names:
        yield Line(text=hall.names["en"], align=Align.CENTRE)
    yield Rule()


def number(ticket: Ticket, hall: HallView) -> Iterator[Element]:
    chinese, english = CLASS_NAMES[ticket.ticket_class]
    names = next((one.names for one in hall.categories if one.code == ticket.category), {})
    yield Line(text=f"{named(names, 'zh-CN')} {chinese}".strip(), align=Align.CENTRE, size=2, bold=True)
    yield Line(text=f"{named(names, 'en')} · {english}".strip(" ·"), align=Align.CENTRE)
    yield Space()
    yield Line(text=ticket.number, align=Align.CENTRE, size=NUMBER_SIZE, bold=True)
    yield Space()


def facts(ticket: Ticket, zone: ZoneInfo) -> Iterator[Element]:
    issued = datetime.fromtimestamp(ticket.issued_at_ms / 1000, tz=zone)
    yield Line(text=f"前面等候 {ticket.ahead} 人  Ahead of you: {ticket.ahead}", align=Align.CENTRE)
    yield Line(text=f"取号时间 {issued:%Y-%m-%d %H:%M}", align=Align.CENTRE)
    yield Rule()


def advice(ticket: Ticket) -> Iterator[Element]:
    yield Line(text="请在大厅等候，留意大屏和广播叫号", align=Align.CENTRE)
    yield Line(text="叫三次未到即过号", align=Align.CENTRE)
    yield Line(text="Please wait here. Your number is shown and", align=Align.CENTRE)
    yield Line(text="announced; after three calls it is missed.", align=Align.CENTRE)
    yield Space()
    yield QrCode(content=ticket.status_url, module_dots=QR_MODULE_DOTS)
    yield Space()
    yield Line(text="手机扫码看排队进度", align=Align.CENTRE)
    yield Line(text="Scan to follow the queue", align=Align.CENTRE)


def named(names: dict[str, str], language: str) -> str:
    """The name in a language; Chinese where it has none in that one."""
    return names.get(language) or names.get("zh-CN", "")
