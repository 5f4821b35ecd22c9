"""A clerk's shift equals a second count from the journal, by other code."""

from hypothesis import given, settings
from hypothesis import strategies as st

from queue_core.domain import events as happened
from queue_core.domain.commands import (
    CallNext,
    CloseWindow,
    Convert,
    FinishService,
    HoldTicket,
    MarkNoShow,
    OpenWindow,
    PauseWindow,
    Recall,
    ResumeWindow,
    Return,
    StartService,
    TakeOverWindow,
)
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import MINUTE_MS
from tests.unit.domain.conftest import REGISTRATION_ADVICE, Play

CLERKS = ("1001", "1002", "1003")
WINDOWS = st.sampled_from((1, 2))
CLERK = st.sampled_from(CLERKS)
AT_WINDOW = (CallNext, Recall, StartService, FinishService, MarkNoShow, ResumeWindow, CloseWindow)
ACTS = st.one_of(
    st.builds(OpenWindow, window=WINDOWS, clerk=CLERK),
    st.builds(TakeOverWindow, window=WINDOWS, clerk=CLERK),
    st.builds(PauseWindow, window=WINDOWS, reason=st.sampled_from(("meal", "meeting"))),
    st.builds(HoldTicket, window=WINDOWS, reason=st.just("copy")),
    st.builds(lambda kind, number: kind(window=number), st.sampled_from(AT_WINDOW), WINDOWS),
    st.builds(Return, ticket_id=st.integers(1, 4)),
    st.builds(Convert, ticket_id=st.integers(1, 4), unit=st.just(REGISTRATION_ADVICE)),
)


def recounted(events, clerk: str, now_ms: int) -> dict[str, object]:
    """By spans of who sat where, first made from the whole journal, then looked at event by event."""
    spans = seats(events, now_ms)

    def is_mine(event) -> bool:
        return any(
            who == clerk and window == event.window and begins <= at < ends
            for at, here in [(events.index(event), event)]
            for who, window, begins, ends, _, _ in spans
        )

    def mine(*kinds) -> list:
        return [event for event in events if isinstance(event, kinds) and is_mine(event)]

    sittings = mine(happened.ServiceFinished, happened.StageFinished)
    return {
        "calls": len(mine(happened.TicketCalled)),
        "finished": len(sittings),
        "no_shows": len(mine(happened.TicketMissed)),
        "held": len(mine(happened.TicketHeld)),
        "open_ms": sum(until - since for who, _, _, _, since, until in spans if who == clerk),
        "service_ms": sum(event.at_ms - started(events, event) for event in sittings),
    }


def seats(events, now_ms: int) -> list[tuple[str, int, int, int, int, int]]:
    """(clerk, window, first and last place in the journal, since, until)."""
    changes = (happened.WindowOpened, happened.WindowTakenOver, happened.WindowClosed)
    told = [(at, event) for at, event in enumerate(events) if isinstance(event, changes)]
    spans = []
    for at, event in told:
        if isinstance(event, happened.WindowClosed):
            continue
        later = ((n, other) for n, other in told if n > at and other.window == event.window)
        ends, until_ms = next(((n, other.at_ms) for n, other in later), (len(events), now_ms))
        spans.append((event.clerk, event.window, at, ends, event.at_ms, until_ms))
    return spans


def started(events, finished) -> int:
    return max(
        event.at_ms
        for event in events
        if isinstance(event, happened.ServiceStarted)
        and event.ticket_id == finished.ticket_id
        and event.at_ms <= finished.at_ms
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ACTS, st.integers(1, 40)), max_size=40))
def test_a_shift_is_what_the_journal_says_whatever_happened(acts) -> None:
    play = Play()
    for _ in range(4):
        play.take()
    for act, seconds in acts:
        try:
            play.do(act, after_ms=seconds * 2_000)
        except Refusal:
            continue
    now_ms = play.now_ms + MINUTE_MS
    for clerk in CLERKS:
        shift = play.day.shifts.of(clerk, now_ms)
        expected = recounted(play.events, clerk, now_ms)
        assert {name: getattr(shift, name) for name in expected} == expected
        assert sum(shift.pauses.values()) <= shift.open_ms


def test_pauses_are_counted_by_their_reasons_and_go_on_with_who_takes_over(play) -> None:
    play.open(1)
    clerk = play.day.windows[1].clerk
    play.do(PauseWindow(window=1, reason="meal"))
    play.do(PauseWindow(window=1, reason="meeting"), after_ms=10_000)
    play.do(TakeOverWindow(window=1, clerk="other"), after_ms=20_000)
    play.do(ResumeWindow(window=1), after_ms=30_000)
    play.wait(1)
    assert play.day.shifts.of(clerk, play.now_ms).pauses == {"meal": 10_000, "meeting": 20_000}
    other = play.day.shifts.of("other", play.now_ms)
    assert other.pauses == {"meeting": 30_000}
    assert other.open_ms == 30_000 + MINUTE_MS


def test_a_conversion_counts_for_the_clerk_at_whose_window_it_happened(play) -> None:
    play.open(1)
    waiting, served = play.take(), play.take()
    play.do(Convert(ticket_id=waiting.ticket_id, unit=REGISTRATION_ADVICE))
    play.serve(1)
    play.finish(1)
    play.serve(1)
    play.do(Convert(ticket_id=served.ticket_id, unit=REGISTRATION_ADVICE))
    assert play.day.shifts.of("clerk 1", play.now_ms).converted == 1
    assert play.day.shifts.of("nobody", play.now_ms).since_ms is None
