from sim.day.agenda import Agenda
from sim.day.pace import Pace


def test_as_fast_as_it_goes_nobody_waits_and_nothing_ticks():
    ticks = []
    Pace(0, 0, ticks.append).wait_until(10**12)
    assert not ticks


def test_the_halls_clock_runs_on_between_two_acts_but_not_past_the_next():
    ticks = []
    Pace(60_000, 0, ticks.append, tick_s=0.005).wait_until(3_000_000)
    assert ticks
    assert ticks == sorted(ticks)
    assert all(0 < each <= 3_000_000 for each in ticks)


def test_what_is_at_the_same_instant_happens_in_the_order_it_was_made():
    happened = []
    agenda = Agenda(0)
    agenda.at(5, lambda: happened.append("second"))
    agenda.at(5, lambda: happened.append("third"))
    agenda.at(1, lambda: agenda.at(2, lambda: happened.append("first")))
    for at_ms, act in agenda.acts():
        agenda.now_ms = at_ms
        act()
    assert happened == ["first", "second", "third"]


def test_nothing_happens_in_the_past():
    agenda = Agenda(100)
    agenda.at(5, lambda: None)
    assert [at_ms for at_ms, _ in agenda.acts()] == [100]
