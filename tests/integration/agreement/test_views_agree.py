"""Whatever breaks: when it is mended all views tell the same, and no call was heard twice or never."""

import sys

import pytest

from tests.integration.agreement.conftest import IS_SOAK

CUT_S = 30.0
in_the_soak = pytest.mark.skipif(not IS_SOAK, reason="long: PAIHAO_SOAK=1 plays it")
pytestmark = pytest.mark.timeout(240)  # all front ends start with the first test, and a machine may be busy


@pytest.fixture
def told(capfd):
    def tell(what, took_s):
        with capfd.disabled():
            last = max(took_s, key=took_s.get)
            sys.stdout.write(f"\n{what}: all views agree after {took_s[last]:.2f} s, the {last} last\n")

    return tell


def call_at_1(hall):
    ticket = hall.take_number()
    hall.counter.press("call-next")
    hall.until(lambda: hall.counter.text("number") == ticket.number)
    return ticket


def test_a_server_killed_in_the_middle_of_a_call(hall, told) -> None:
    ticket = call_at_1(hall)
    hall.house.kill()
    hall.until(lambda: hall.wall.page == "stale" and hall.pad.page == "away")
    hall.house.start(hall.clock.environment)
    told("killed server", hall.agree(ticket, 1))
    hall.is_spoken()
    hall.serve_at_1()


def test_a_network_that_is_cut(hall, told) -> None:
    """Without a word to either end; what happens meanwhile is told when it is mended."""
    ticket = hall.take_number()
    hall.cable.cut()
    hall.call_at_2()
    hall.until(lambda: hall.wall.page == "stale" and hall.pad.page == "away")
    hall.until(lambda: hall.counter.text("away") is not None)
    if IS_SOAK:
        hall.stay(CUT_S)
    assert hall.wall.text("number") != ticket.number
    hall.cable.mend()
    told("cut network", hall.agree(ticket, 2))
    hall.is_spoken()
    hall.serve_at_2()


@in_the_soak
def test_a_clock_that_is_set_forward_and_back(hall, told) -> None:
    """The hall's time never goes back: set back, it stands until the clock has caught up."""
    for minutes in (40, -40):
        hall.clock.set_ahead(minutes)
        ticket = call_at_1(hall)
        told(f"clock set to {minutes} min", hall.agree(ticket, 1))
        hall.is_spoken()
        hall.serve_at_1()
    instants = hall.instants
    assert instants == sorted(instants)


def test_a_wall_restarted_in_the_middle_of_a_sentence(hall, told) -> None:
    hall.sink.forget()
    ticket = call_at_1(hall)
    hall.until(lambda: hall.sink.heard_s > 0.2)
    hall.wall.kill()
    assert len(hall.wall.said) < len(hall.calls)
    hall.wall.start()
    told("restarted wall", hall.agree(ticket, 1))
    hall.is_spoken()
    hall.serve_at_1()


@in_the_soak
def test_a_wall_restarted_after_a_sentence_says_the_next_one_only(hall, told) -> None:
    call_at_1(hall)
    hall.is_spoken()
    hall.wall.kill()
    hall.wall.start()
    hall.serve_at_1()
    ticket = call_at_1(hall)
    told("restarted wall", hall.agree(ticket, 1))
    hall.is_spoken()
    hall.serve_at_1()
