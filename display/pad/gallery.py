"""Every page of the pad, with invented people, for `paihao pad --gallery DIR` and for tests."""

import sys
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as altered

from display.kit.gallery import Scene, looks, render
from display.kit.window import OpenWindow, application
from display.pad.app import PAD
from display.pad.flow import state as s
from display.pad.viewmodels.model import Outside, PadModel
from queue_core.wire.views import HallView, RatingRequest, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

NOW_MS = 1_767_229_200_000
SIZES = {"pad": (1280, 800), "small": (1024, 600)}

HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-01-01",
    categories=(),
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
    holder=None,
)
VIEW = WindowView(
    window=3,
    state=WindowState.FREE,
    clerk="1001",
    clerk_display_name="林晓岚",
    ticket=None,
    rating=None,
    waiting=12,
    calls_before_no_show=3,
)
UP = s.Pad(window=3, link=s.Link.UP, hall=HALL, view=VIEW, now_ms=NOW_MS)
SERVED = altered(TICKET, number="A1024", state=TicketState.SERVING, started_at_ms=NOW_MS)
RATING = RatingRequest(ticket_id=23, number="023", until_ms=NOW_MS + 90_000)
ASK = replace(UP, view=altered(VIEW, rating=RATING))


def settled(outcome: s.Outcome) -> s.Pad:
    return replace(UP, settled=s.Settled(ticket_id=23, outcome=outcome, until_ms=NOW_MS + 5_000))


STATES: dict[str, s.Pad] = {
    "connecting": s.Pad(window=3),
    "away": replace(UP, link=s.Link.DOWN),
    "unknown-device": replace(UP, link=s.Link.DOWN, link_code="unauthenticated"),
    "closed": replace(UP, view=altered(VIEW, state=WindowState.CLOSED, clerk=None, clerk_display_name=None)),
    "welcome": UP,
    "called": replace(UP, view=altered(VIEW, state=WindowState.CALLED, ticket=TICKET)),
    "serving": replace(UP, view=altered(VIEW, state=WindowState.SERVING, ticket=SERVED)),
    "ask": ASK,
    "ask-pressed": replace(ASK, choice=s.Choice(ticket_id=23, level=2, key="k")),
    "ask-again": replace(ASK, not_taken=23),
    "thanks": settled(s.Outcome.THANKED),
    "already-rated": settled(s.Outcome.ALREADY_RATED),
    "too-late": settled(s.Outcome.TOO_LATE),
}


def scenes(model: PadModel, opened: OpenWindow) -> list[Scene]:
    """Each state as a scene, in whatever language the window speaks."""

    def scene(name: str, state: s.Pad) -> Scene:
        def arrange() -> None:
            model.stand(state)
            model.speak(opened.languages.current)

        return Scene(name=name, arrange=arrange)

    return [scene(name, state) for name, state in STATES.items()]


def open_gallery() -> tuple[PadModel, OpenWindow]:
    """The pad's window without a hall: nothing is sent, time stands still."""
    application(PAD.name)
    outside = Outside(send=lambda _: None, speak=lambda _: None, hall_ms=lambda: NOW_MS)
    model = PadModel(UP, outside, language="zh-CN")
    return model, OpenWindow(PAD, {"model": model})


def draw(out: Path) -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    model, opened = open_gallery()
    found = render(opened, scenes(model, opened), looks(SIZES), out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
