"""Every page of the counter, with invented people, for `paihao counter --gallery DIR` and for tests."""

import sys
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as altered

from counter.app import COUNTER
from counter.flow import state as s
from counter.viewmodels.model import CounterModel, Outside
from display.kit.gallery import Scene, looks, render
from display.kit.window import OpenWindow, application
from queue_core.wire.messages import Session
from queue_core.wire.views import Category, HallView, HolderView, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowAction, WindowState

NOW_MS = 1_767_229_200_000
SIZES = {"dock": (403, 900), "low": (403, 728)}

HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-01-01",
    categories=(
        Category(
            code="registration",
            names={"zh-CN": "注册登记", "en": "Registration"},
            classes=(TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP),
        ),
        Category(
            code="trade",
            names={"zh-CN": "通关贸易", "en": "Customs and trade"},
            classes=(TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP),
        ),
    ),
    windows=(3,),
    units=(),
)
TICKET = WindowTicket(
    ticket_id=23,
    number="023",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    state=TicketState.CALLED,
    calls=1,
    issued_at_ms=NOW_MS - 1_250_000,
    called_at_ms=NOW_MS - 42_000,
    started_at_ms=None,
    holder=HolderView(name="欧阳静怡", masked_id_number="440***********1234"),
)
FREE = WindowView(
    window=3,
    state=WindowState.FREE,
    clerk="1001",
    clerk_display_name="林晓岚",
    ticket=None,
    rating=None,
    waiting=12,
    calls_before_no_show=3,
)
SESSION = Session(token="invented", clerk="1001", display_name="林晓岚", window=3)  # noqa: S106 opens nothing


def at_window(view: WindowView) -> s.Counter:
    return s.Counter(
        windows=(3,), step=s.Step.AT_WINDOW, link=s.Link.UP, session=SESSION, hall=HALL, views=(view,)
    )


def holding(ticket: WindowTicket) -> s.Counter:
    state = WindowState.CALLED if ticket.started_at_ms is None else WindowState.SERVING
    return at_window(altered(FREE, state=state, ticket=ticket))


def told(state: s.Counter, code: str, *, remedy: str = "", calls_missing: int = 0) -> s.Counter:
    return replace(state, notice=s.Notice(code=code, remedy=remedy, calls_missing=calls_missing))


LOG_IN = s.Counter(windows=(3,), link=s.Link.UP)
CALLED = holding(TICKET)
OFTEN_CALLED = holding(
    altered(TICKET, calls=3, ticket_class=TicketClass.CONSULT, holder=None, category="trade")
)
SERVING = holding(
    altered(
        TICKET,
        state=TicketState.SERVING,
        started_at_ms=NOW_MS - 3_905_000,
        ticket_class=TicketClass.PICKUP,
        number="A1024",
        holder=HolderView(name="阿卜杜拉·买买提江·吐尔逊", masked_id_number="650***********4321"),
    )
)
CALLING = s.Press(action=WindowAction.CALL_NEXT, key="k", at_ms=0)

STATES: dict[str, s.Counter] = {
    "login": LOG_IN,
    "login-windows": replace(LOG_IN, windows=tuple(range(1, 13))),
    "login-waiting": replace(LOG_IN, step=s.Step.LOGGING_IN),
    "login-refused": told(LOG_IN, "wrong-password"),
    "login-away": replace(LOG_IN, link=s.Link.DOWN),
    "login-unknown-device": replace(LOG_IN, link=s.Link.DOWN, link_code="unauthenticated"),
    "login-session-ended": told(LOG_IN, "session-ended"),
    "connecting": replace(at_window(FREE), views=()),
    "closed": at_window(altered(FREE, state=WindowState.CLOSED)),
    "free": at_window(FREE),
    "paused": at_window(altered(FREE, state=WindowState.PAUSED, pause="设备检修")),
    "free-calling": replace(at_window(FREE), pending=CALLING),
    "free-nobody": told(at_window(altered(FREE, waiting=0)), "nobody-waiting"),
    "called": CALLED,
    "called-often": OFTEN_CALLED,
    "called-too-few": told(CALLED, "call-again-first", calls_missing=2),
    "called-leaving": told(CALLED, "answer-the-call-first"),
    "called-unknown-refusal": told(
        CALLED, "new-code", remedy="Ask the supervisor to release this number first."
    ),
    "called-away": told(replace(CALLED, link=s.Link.DOWN), "server-away"),
    "serving": SERVING,
    "serving-unanswered": told(SERVING, "hall-unreachable"),
    "leaving": replace(at_window(FREE), step=s.Step.LEAVING),
}


def scenes(model: CounterModel, opened: OpenWindow) -> list[Scene]:
    """Each state as a scene, in whatever language the window speaks."""

    def scene(name: str, state: s.Counter) -> Scene:
        def arrange() -> None:
            model.speak(opened.languages.current)
            model.stand(state)

        return Scene(name=name, arrange=arrange)

    return [scene(name, state) for name, state in STATES.items()]


def open_gallery() -> tuple[CounterModel, OpenWindow]:
    """The counter's window without a hall: nothing is sent, time stands still."""
    application(COUNTER.name)
    outside = Outside(
        send=lambda _: None, speak=lambda _: None, hall_ms=lambda: NOW_MS, steady_ms=lambda: NOW_MS
    )
    model = CounterModel(LOG_IN, outside, language="zh-CN")
    return model, OpenWindow(COUNTER, {"model": model})


def draw(out: Path) -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    model, opened = open_gallery()
    found = render(opened, scenes(model, opened), looks(SIZES), out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
