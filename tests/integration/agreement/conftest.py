"""One hall with all its front ends for the tests of this folder, which take turns at breaking something."""

import contextlib
import json
import os
import sqlite3
import time
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from benchmarks.durability.house import CATEGORY, PASSWORD, SUPERVISOR, House, Newcomer
from queue_core.client import HallClient
from queue_core.wire.messages import LogIn, ReportDelivery, TakeNumber
from queue_core.wire.words import DeliveryState, Role, TicketClass, WindowAction
from sim.rig.sound import NullSink
from tests.cable import Cable
from tests.integration.agreement.screens import Box, Patience, Phone, programs_of, screens_of
from tests.integration.agreement.wires import CLOCK, Clock, Loop

IS_SOAK = bool(os.environ.get("PAIHAO_SOAK"))
AGREE_WITHIN_S = 2.0 if IS_SOAK else 12.0  # tests run beside others on a busy machine; the soak has it alone
FRONTS = (
    Newcomer(name="counter", role=Role.COUNTER, windows=(1,)),
    Newcomer(name="counter-2", role=Role.COUNTER, windows=(2,)),
    Newcomer(name="pad", role=Role.PAD, windows=(1,)),
    Newcomer(name="supervisor", role=Role.COUNTER),
    Newcomer(name="wall", role=Role.WALL),
    Newcomer(name="station", role=Role.STATION, windows=(1,)),
)


class HallWithFronts:
    """Window 1 has all front ends, behind the cable; at window 2 a clerk works by requests, beside it."""

    def __init__(self, stack, folder, qapp):
        self.patience = Patience(qapp)
        stack.callback(self.patience.end)
        self.house = House.found(folder / "house", windows=(1, 2), newcomers=FRONTS, is_staffed=True)
        stack.callback(self.house.close)
        self.clock = Clock(folder, Path(__file__).with_name(CLOCK))
        self.house.start(self.clock.environment)
        self.loop = Loop()
        stack.callback(self.loop.end)
        self.cable = Cable(urlsplit(self.house.url).port)
        stack.callback(self.cable.take_away)
        self.sink = stack.enter_context(NullSink())
        self.phone = Phone(self.house)
        stack.callback(self.phone.end)
        self.counter, self.wall = programs_of(folder, self.sink, self.patience)
        found = screens_of(folder, self.house, self.cable.url, self.patience)
        self.pad, self._padded, self.supervisor, self._supervised = found
        for screen in (self.pad, self.supervisor):
            stack.callback(screen.end)
        for program in (self.counter, self.wall):
            stack.callback(program.kill)
            program.begin()
        self.box = Box(folder, self.loop, 1)
        stack.callback(self.box.end)
        self._begin(stack)

    def _begin(self, stack):
        for program in (self.counter, self.wall):
            program.wait_up()
        self.kiosk = HallClient(self.house.credentials[Role.KIOSK], deadline_s=20)
        self.clerk = HallClient(self.house.others["counter-2"], deadline_s=20)
        for client in (self.kiosk, self.clerk):
            stack.callback(lambda client=client: self.loop.do(client.close()))
        self.loop.do(self.clerk.log_in(LogIn(clerk="1002", password=PASSWORD, window=2)))
        self.loop.do(self.clerk.act(2, WindowAction.OPEN))
        self.counter.log_in("1001")
        self.counter.press("open")
        self.supervisor.log_in(SUPERVISOR)
        self.until(lambda: self._supervised().view_of(1) is not None)
        self.until(lambda: self.wall.page == "calls")
        self.until(lambda: self.counter.text("state") == "空闲")

    def until(self, claim, *, within_s=25.0, what=lambda: "not in time"):
        self.patience.until(claim, within_s=within_s, what=what)

    def take_number(self):
        """A number with paper in somebody's hand."""

        async def take():
            wanted = TakeNumber(ticket_class=TicketClass.CONSULT, category=CATEGORY)
            ticket = await self.kiosk.take_number(wanted)
            await self.kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
            return ticket

        return self.loop.do(take())

    def call_at_2(self):
        self.loop.do(self.clerk.act(2, WindowAction.CALL_NEXT))

    def serve_at_2(self):
        for action in (WindowAction.START, WindowAction.FINISH):
            self.loop.do(self.clerk.act(2, action))

    def serve_at_1(self):
        for action, state in (("start", "办理中"), ("finish", "空闲")):
            self.counter.press(action)
            self.until(lambda state=state: self.counter.text("state") == state, what=self._at_counter)

    def _at_counter(self):
        return f"{self.counter.text('state')}, {self.counter.text('notice')}"

    def tell(self, ticket, window):
        """What each view says of the number that was called last, and where; all must be True."""
        phone = self._document(ticket)
        seen = self._supervised()
        at_window = seen.view_of(window)
        told = {
            "wall": self.wall.page == "calls" and self.wall.text("number") == ticket.number,
            "wall's window": self.wall.text("window-number") == str(window),
            "supervisor": seen.link == "up"
            and bool(at_window and at_window.ticket)
            and at_window.ticket.number == ticket.number,
            "phone": (phone.get("state"), phone.get("window")) == ("called", window),
            "counter hears": self.counter.text("away") is None,
            "pad hears": self.pad.page not in {"away", "connecting"},
        }
        if window == 1:
            told |= {
                "counter": self.counter.text("number") == ticket.number,
                "pad": self._padded().ticket_number == ticket.number,
                "caller": self.box.caller.display.endswith(ticket.number[-3:]),
            }
        return told

    def agree(self, ticket, window):
        """All views tell the same within the time a hall is owed, from now on; what each took, in s."""
        begun_s, took_s = time.monotonic(), {}

        def do_agree():
            told = self.tell(ticket, window)
            for view, is_right in told.items():
                if not is_right:
                    took_s.pop(view, None)
                elif view not in took_s:
                    took_s[view] = time.monotonic() - begun_s
            return all(told.values())

        self.until(
            do_agree,
            within_s=AGREE_WITHIN_S,
            what=lambda: f"they do not agree: {self.tell(ticket, window)}",
        )
        return took_s

    def is_spoken(self):
        """Each call of the journal was heard once, and none twice."""
        self.until(lambda: set(self.calls) == set(self.wall.said) == set(self.spoken))
        assert sorted(self.wall.said) == sorted(self.calls)
        assert sorted(self.spoken) == sorted(self.calls)

    @property
    def calls(self):
        return self._journaled("ticket-called")

    @property
    def spoken(self):
        return self._journaled("call-spoken")

    @property
    def instants(self):
        """Of all events, in their order."""
        with closing(sqlite3.connect(self.house.journal)) as journal:
            found = journal.execute("SELECT body FROM events ORDER BY sequence").fetchall()
        return [json.loads(body)["at_ms"] for (body,) in found]

    def stay(self, for_s):
        """Nothing else happens for so long."""
        end_s = time.monotonic() + for_s
        self.until(lambda: time.monotonic() >= end_s, within_s=for_s + 10)

    def _journaled(self, kind):
        with closing(sqlite3.connect(self.house.journal)) as journal:
            found = journal.execute("SELECT body FROM events WHERE kind = ?", (kind,)).fetchall()
        return [json.loads(body)["call_id"] for (body,) in found]

    def _document(self, ticket):
        with contextlib.suppress(OSError, ValueError):
            return self.phone.document(ticket.status_url)
        return {}


@pytest.fixture(scope="module")
def hall(tmp_path_factory, qapp):
    with ExitStack() as stack:
        yield HallWithFronts(stack, tmp_path_factory.mktemp("agreement"), qapp)
