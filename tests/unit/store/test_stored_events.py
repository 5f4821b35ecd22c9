import string
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.domain.events import Event, ServiceRated, TicketIssued, WindowOpened
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import RatingChannel, TicketClass
from queue_core.store.codec import GENESIS, Header, chained, decode, encode, is_known

UNITS = st.builds(Unit, st.text(string.ascii_lowercase, max_size=8), st.sampled_from(TicketClass))
st.register_type_strategy(Unit, UNITS)
st.register_type_strategy(
    HallRules,
    st.builds(
        lambda unit: HallRules(
            categories=(CategoryRules(code=unit.category, classes=(unit.ticket_class,)),),
            windows=(WindowRules(number=1, profile=(unit,)),),
        ),
        UNITS,
    ),
)
INTEGERS = st.integers(0, 2**53)
st.register_type_strategy(int, INTEGERS)


def events():
    return st.one_of([st.from_type(each) for each in get_args(Event)])


@given(events())
def test_what_is_stored_is_what_happened(event) -> None:
    assert decode(encode(event)) == event


@given(st.binary())
def test_garbage_is_no_event(garbage) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode(garbage)


def test_a_stored_event_reads_as_plain_json() -> None:
    event = ServiceRated(at_ms=1, ticket_id=2, window=3, level=5, channel=RatingChannel.PAD)
    assert encode(event) == (
        b'{"kind":"service-rated","at_ms":1,"ticket_id":2,"window":3,"level":5,"channel":"pad",'
        b'"labels":[],"clerk":null,"visited_on":null}'
    )


def test_the_hash_of_an_event_can_be_made_with_common_tools() -> None:
    """printf '%064d' 0 | xxd -r -p; then the header, a line feed and the body, into sha256sum."""
    body = encode(WindowOpened(at_ms=5, window=1, clerk="0007"))
    header = Header(1, 5, "k", "00ff", "counter:C1", "window-opened", 1)
    assert chained(GENESIS, header, body).hex() == (
        "28d5585511eb8d9993c4de7688a5da281c26d56213df5f0ffe9b1c4f673d5127"
    )


def test_a_newer_version_of_an_event_is_not_taken_for_a_known_one() -> None:
    assert is_known("ticket-issued", 1)
    assert is_known("ticket-issued", TicketIssued.VERSION)
    assert not is_known("ticket-issued", TicketIssued.VERSION + 1)
    assert not is_known("ticket-teleported", 1)
