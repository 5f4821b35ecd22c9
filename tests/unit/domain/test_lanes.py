"""Lanes and their lines against the rule as it is written, applied to a plain list."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from queue_core.domain.calling import Yardstick
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.ticket import Errand, Ticket, Window
from queue_core.domain.waiting import Waiting
from queue_core.domain.words import DeliveryState, Origin, TicketClass, TicketState, WindowState

UNITS = tuple(Unit(category, each) for category in "abc" for each in TicketClass)


def ticket(ticket_id: int, unit: Unit, seniority_ms: int) -> Ticket:
    return Ticket(
        ticket_id=ticket_id,
        day="2026-11-20",
        number=str(ticket_id),
        reference=str(ticket_id),
        errands=(Errand(unit=unit, seniority_ms=seniority_ms),),
        language="zh-CN",
        holder=None,
        visitor=ticket_id,
        origin=Origin.KIOSK,
        issued_at_ms=seniority_ms,
        state=TicketState.WAITING,
        delivery=DeliveryState.ISSUED,
        delivery_at_ms=seniority_ms,
    )


def rank(ticket: Ticket) -> tuple[int, int]:
    return ticket.seniority_ms, ticket.ticket_id


def lined_up(rules: HallRules, waiting: list[Ticket]) -> Waiting:
    windows = {
        each.number: Window(number=each.number, state=WindowState.FREE, profile=each.profile)
        for each in rules.windows
    }
    return Waiting(Yardstick(), {each.ticket_id: each for each in waiting}, windows)


class Crowd(NamedTuple):
    rules: HallRules
    waiting: list[Ticket]
    open_windows: set[int]


@st.composite
def crowds(draw: st.DrawFn) -> Crowd:
    profiles = draw(st.lists(st.sets(st.sampled_from(UNITS), min_size=1), min_size=1, max_size=6))
    windows = tuple(
        WindowRules(number=number, profile=tuple(profile)) for number, profile in enumerate(profiles, 1)
    )
    categories = tuple(CategoryRules(code=code, classes=tuple(TicketClass)) for code in "abc")
    rules = HallRules(categories=categories, windows=windows)
    offered = st.sampled_from(sorted(rules.offered(), key=repr))
    arrivals = draw(st.lists(st.tuples(offered, st.integers(0, 20)), max_size=40))
    waiting = [ticket(at, unit, seniority_ms) for at, (unit, seniority_ms) in enumerate(arrivals, 1)]
    return Crowd(rules, waiting, draw(st.sets(st.integers(1, len(windows)))))


@settings(max_examples=150, deadline=None)
@given(crowds())
def test_each_window_calls_the_least_rank_of_its_whole_profile(crowd: Crowd) -> None:
    lanes = lined_up(crowd.rules, crowd.waiting)
    for window in crowd.rules.windows:
        mine = [each for each in crowd.waiting if each.unit in window.profile]
        expected = min(mine, key=rank).ticket_id if mine else None
        assert lanes.next_at(window.number) == expected
        assert lanes.waiting_at(window.number) == len(mine)


@settings(max_examples=150, deadline=None)
@given(crowds())
def test_ahead_is_what_the_most_favourable_window_would_call_first(crowd: Crowd) -> None:
    lanes = lined_up(crowd.rules, crowd.waiting)
    for one in crowd.waiting:
        before = [other for other in crowd.waiting if rank(other) < rank(one)]
        by_window = {
            window.number: sum(other.unit in window.profile for other in before)
            for window in crowd.rules.windows
            if one.unit in window.profile
        }
        open_ones = [count for number, count in by_window.items() if number in crowd.open_windows]
        assert lanes.ahead(one, frozenset(crowd.open_windows)) == min(open_ones or by_window.values())


@settings(max_examples=80, deadline=None)
@given(crowds(), st.data())
def test_who_left_is_never_next_and_never_ahead(crowd: Crowd, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(range(len(crowd.waiting))))) if crowd.waiting else set()
    lanes = lined_up(crowd.rules, crowd.waiting)
    for at in gone:
        before = crowd.waiting[at]
        lanes.change(before, replace(before, state=TicketState.CALLED))
    rest = lined_up(crowd.rules, [each for at, each in enumerate(crowd.waiting) if at not in gone])
    for window in crowd.rules.windows:
        assert lanes.next_at(window.number) == rest.next_at(window.number)
    assert [lanes.waiting_for(unit) for unit in UNITS] == [rest.waiting_for(unit) for unit in UNITS]


def test_a_ticket_whose_unit_the_rules_dropped_waits_on_but_is_called_by_nobody() -> None:
    rules = HallRules(
        categories=(CategoryRules(code="a", classes=tuple(TicketClass)),),
        windows=(WindowRules(number=1, profile=(Unit("a", TicketClass.ACCEPT),)),),
    )
    left_over = ticket(1, Unit("b", TicketClass.ACCEPT), 0)
    lanes = lined_up(rules, [left_over])
    assert lanes.next_at(1) is None
    assert lanes.ahead(left_over, frozenset()) == 0
