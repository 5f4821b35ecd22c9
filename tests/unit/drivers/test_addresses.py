import contextlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.runtime.addresses import resolve
from drivers.runtime.opening import open_card_reader, require


def test_a_network_printer_has_a_host_a_port_and_its_options() -> None:
    entry, address = resolve("escpos+tcp://10.4.0.31:9101?paper_mm=58")
    assert entry.kind is Kind.TICKET_PRINTER
    assert (address.place, address.port, address.whole("paper_mm")) == ("10.4.0.31", 9101, 58)


def test_options_that_are_not_given_have_their_defaults() -> None:
    _, address = resolve("escpos+serial:///dev/ttyS1")
    assert (address.path, address.whole("baud"), address.seconds("answer_within_s")) == (
        "/dev/ttyS1",
        9600,
        1.0,
    )


def test_an_address_of_the_sixth_protocol_keeps_its_colons() -> None:
    _, address = resolve("escpos+tcp://[fd00::31]:9100")
    assert (address.place, address.port) == ("fd00::31", 9100)


@given(st.text(min_size=1).filter(str.isprintable))
def test_every_name_of_a_reader_survives_percent_encoding(name: str) -> None:
    _, address = resolve(f"ssc+pcsc://{quote(name, safe='')}")
    assert address.place == name


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("10.4.0.31:9100", "driver+link"),
        ("escpos+tpc://10.4.0.31", "did you mean 'escpos+tcp'"),
        ("escpos+tcp://", "does not say where"),
        ("escpos+serial://ttyS1", "does not say where"),
        ("escpos+tcp://10.4.0.31:99999", "not a port"),
        ("escpos+tcp://10.4.0.31:port", "not a port"),
        ("escpos+tcp://10.4.0.31?paper=58", "did you mean 'paper_mm'"),
        ("escpos+tcp://10.4.0.31?paper_mm=60", "58 or 80"),
        ("escpos+tcp://10.4.0.31?paper_mm", "bad query field"),
        ("escpos+tcp://10.4.0.31?paper_mm=58&paper_mm=80", "twice"),
        ("escpos+tcp://10.4.0.31?baud=9600", "no option 'baud'"),
        ("escpos+serial:///dev/ttyS1?baud=fast", "whole number"),
        ("escpos+tcp://10.4.0.31?answer_within_s=-1", "seconds"),
        ("escpos+tcp://10.4.0.31?answer_within_s=nan", "seconds"),
        ("ff68+serial:///dev/ttyS1?display=left", "one of waiting-first, ticket-first"),
        ("escpos+tcp://user@10.4.0.31", "have no meaning"),
        ("escpos+tcp://10.4.0.31#1", "have no meaning"),
        ("escpos+tcp://[10.4.0.31", "Invalid IPv6"),
    ],
)
def test_a_mistake_in_an_address_is_named_with_what_to_write(address: str, says: str) -> None:
    with pytest.raises(BadAddress) as mistake:
        resolve(address)
    assert says in mistake.value.detail


@given(st.text())
def test_no_text_whatever_breaks_the_reading_of_addresses(text: str) -> None:
    for address in (text, f"escpos+tcp://{text}", f"ssc+pcsc://a?{text}"):
        with contextlib.suppress(BadAddress):
            resolve(address)


def test_a_device_of_another_kind_is_refused_before_it_is_opened() -> None:
    with pytest.raises(BadAddress, match="a window_bus, and a card_reader is wanted"):
        require("ff68+serial:///dev/ttyS1", Kind.CARD_READER)


async def test_opening_checks_the_address_first() -> None:
    with pytest.raises(BadAddress):
        await open_card_reader("escpos+tcp://10.4.0.31")
