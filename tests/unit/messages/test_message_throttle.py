import pytest

from queue_core.messages.throttle import DAY_MS, HOUR_MS, MINUTE_MS, Limits, Throttle
from queue_core.store.message import MessageKind

READY, LINK, CALLED = MessageKind.RESULT_READY, MessageKind.RATING_LINK, MessageKind.CALLED
PHONE, OTHER = "15400000001", "15400000002"


@pytest.fixture
def throttle() -> Throttle:
    return Throttle(Limits(), bytes(16))


def test_one_of_a_kind_a_minute_and_the_next_kind_at_once(throttle) -> None:
    throttle.note(PHONE, READY, 0)
    assert throttle.free_at(PHONE, READY, 1_000) == MINUTE_MS
    assert throttle.free_at(PHONE, LINK, 1_000) == 1_000
    assert throttle.free_at(OTHER, READY, 1_000) == 1_000


def test_five_an_hour_and_ten_a_day_of_all_kinds(throttle) -> None:
    for minute in range(5):
        throttle.note(PHONE, READY, minute * MINUTE_MS)
    assert throttle.free_at(PHONE, LINK, 5 * MINUTE_MS) == HOUR_MS
    for minute in range(5):
        throttle.note(PHONE, READY, 2 * HOUR_MS + minute * MINUTE_MS)
    assert throttle.free_at(PHONE, LINK, 4 * HOUR_MS) == DAY_MS
    assert throttle.free_at(PHONE, LINK, DAY_MS) == DAY_MS


def test_a_call_is_neither_held_up_nor_counted(throttle) -> None:
    for second in range(20):
        throttle.note(PHONE, CALLED, second)
    assert throttle.free_at(PHONE, READY, 20) == 20
    for minute in range(10):
        throttle.note(PHONE, READY, minute)
    assert throttle.free_at(PHONE, CALLED, 20) == 20


def test_what_did_not_go_out_is_taken_back(throttle) -> None:
    throttle.note(PHONE, READY, 0)
    throttle.take_back(PHONE, READY, 0)
    throttle.take_back(PHONE, READY, 0)
    assert throttle.free_at(PHONE, READY, 1) == 1


def test_nothing_of_yesterday_is_kept_and_no_phone_at_all(throttle) -> None:
    throttle.note(PHONE, READY, 0)
    throttle.note(OTHER, READY, 2 * DAY_MS)
    assert len(throttle._sent) == 1
    assert OTHER not in repr(throttle.__dict__)
