"""Tickets as a simulated printer prints them on both widths of paper, for `script/screenshots`."""

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import get_args

from display.ticket.slip import compose
from drivers.runtime.opening import open_ticket_printer
from queue_core.wire.messages import Ticket
from queue_core.wire.views import Category, HallView
from queue_core.wire.words import DeliveryState, TicketClass, TicketState
from sim.rig.printer import PaperWidth, TcpPrinter

_HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-11-22",
    categories=(
        Category(
            code="registration",
            names={"zh-CN": "注册登记", "en": "Registration"},
            classes=tuple(TicketClass),
        ),
    ),
    windows=(1, 2, 3),
    units=(),
)


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for paper in get_args(PaperWidth):
        with (
            tempfile.TemporaryDirectory() as folder,
            TcpPrinter(tickets=Path(folder), paper=paper) as printer,
        ):
            address = f"{printer.address}?paper_mm={paper.removesuffix('mm')}"
            asyncio.run(_print(address))
            for nth, ticket_class in enumerate(TicketClass, 1):
                printed = printer.wait_for_ticket(nth, within_s=5)
                shutil.copyfile(printed.png, out / f"ticket-{ticket_class}.{paper}.png")


async def _print(address: str) -> None:
    async with await open_ticket_printer(address) as printer:
        for ticket_class in TicketClass:
            await printer.print(compose(_ticket(ticket_class), _HALL, printer.capabilities.columns))


def _ticket(ticket_class: TicketClass) -> Ticket:
    return Ticket(
        ticket_id=23,
        number="023",
        ticket_class=ticket_class,
        category="registration",
        state=TicketState.WAITING,
        delivery=DeliveryState.ISSUED,
        issued_at_ms=time.time_ns() // 1_000_000,
        ahead=6,
        status_url="https://hall.example.org/t/aB3dE6gH9kLm#nO2pQ5rS8tUv",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
