"""Every page of the pad, with invented people, for `paihao pad --gallery DIR` and for tests."""

import sys
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as altered

from display.kit.gallery import Look, Scene, looks, render
from display.kit.languages import TAGS
from display.kit.window import OpenWindow, application
from display.pad.app import PAD
from display.pad.flow import state as s
from display.pad.viewmodels.model import Outside, PadModel
from queue_core.wire.views import HallView, Rated, RatingLabel, RatingRequest, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

NOW_MS = 1_767_229_200_000
SIZES = {"pad": (1280, 800), "small": (1024, 600), "upright": (800, 1280)}
LOOKS: list[Look] = looks(SIZES, tags=TAGS)


def label(code: str, simplified: str, traditional: str, english: str) -> RatingLabel:
    return RatingLabel(
        code=code, names={"zh-CN": simplified, "zh-Hant": traditional, "en": english}, levels=(1, 2)
    )


HALL = HallView(
    names={
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    },
    day="2026-01-01",
    categories=(),
    windows=(3,),
    units=(),
    rating=Rated(
        labels=(
            label("slow-service", "办事效率低", "辦事效率低", "Slow service"),
            label("poor-attitude", "服务态度不好", "服務態度不好", "Unfriendly"),
            label("not-told-at-once", "没有一次性告知", "沒有一次性告知", "Not told everything at once"),
            label("sent-away", "让我多跑了腿", "讓我多跑了腿", "Sent away for nothing"),
            label("long-wait", "等候时间太长", "等候時間太長", "Long wait"),
            label("unclear-way", "指引不清楚", "指引不清楚", "Unclear directions"),
            label("other", "其他原因", "其他原因", "Something else"),
        )
    ),
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
RATING = RatingRequest(
    ticket_id=23, number="023", until_ms=NOW_MS + 24_000, clerk="1001", clerk_display_name="林晓岚"
)
ASK = replace(UP, view=altered(VIEW, rating=RATING), asked_since_ms=NOW_MS - 6_000)
LONG = altered(RATING, number="A1024", clerk="GA-2026-0117", clerk_display_name="阿卜杜热合曼·买买提")
LABELS = replace(ASK, draft=s.Draft(ticket_id=23, level=2, key="k"))
PROVEN = altered(HALL, rating=altered(HALL.rating, needs_proof=True))
PAUSED = altered(VIEW, state=WindowState.PAUSED, pause="system")


def settled(outcome: s.Outcome) -> s.Pad:
    return replace(UP, settled=s.Settled(ticket_id=23, outcome=outcome, until_ms=NOW_MS + 5_000))


STATES: dict[str, s.Pad] = {
    "connecting": s.Pad(window=3),
    "away": replace(UP, link=s.Link.DOWN),
    "unknown-device": replace(UP, link=s.Link.DOWN, link_code="unauthenticated"),
    "closed": replace(UP, view=altered(VIEW, state=WindowState.CLOSED, clerk=None, clerk_display_name=None)),
    "paused": replace(UP, view=PAUSED),
    "paused-until": replace(UP, view=altered(PAUSED, pause_until_ms=NOW_MS + 600_000)),
    "welcome": UP,
    "called": replace(UP, view=altered(VIEW, state=WindowState.CALLED, ticket=TICKET)),
    "serving": replace(UP, view=altered(VIEW, state=WindowState.SERVING, ticket=SERVED)),
    "ask": ASK,
    "ask-pressed": replace(ASK, choice=s.Choice(ticket_id=23, level=2, key="k")),
    "ask-again": replace(ASK, not_taken=23),
    "ask-long": replace(ASK, view=altered(VIEW, rating=LONG)),
    "ask-sent": replace(ASK, choice=s.Choice(ticket_id=23, level=5, key="k")),
    "labels": LABELS,
    "labels-chosen": replace(
        LABELS, draft=s.Draft(ticket_id=23, level=1, key="k", labels=("slow-service", "not-told-at-once"))
    ),
    "proof": replace(ASK, hall=PROVEN),
    "thanks": settled(s.Outcome.THANKED),
    "already-rated": settled(s.Outcome.ALREADY_RATED),
    "too-late": settled(s.Outcome.TOO_LATE),
    "not-arrived": settled(s.Outcome.NOT_ARRIVED),
    "skipped": settled(s.Outcome.SKIPPED),
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
    found = render(opened, scenes(model, opened), LOOKS, out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
