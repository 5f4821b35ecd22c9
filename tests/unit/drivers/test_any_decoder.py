"""Every decoder of `drivers.protocol`, fed with anything: a new one is found and tried by itself.

A decoder is a class `Decoder` with `feed(bytes)`; one that raises is done, as its link is.
"""

import pkgutil
from importlib import import_module
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import drivers.protocol
from drivers.contract.errors import DeviceError

MOST_HELD = 16 * 1024
"""Bytes and values; above what the longest frame of any protocol needs."""
FLOOD = 3 * MOST_HELD

MODULES = [module.name for module in pkgutil.iter_modules(drivers.protocol.__path__)]
DECODERS = {
    name: made
    for name in MODULES
    if (made := getattr(import_module(f"drivers.protocol.{name}"), "Decoder", None)) is not None
}
# Starts of frames of many protocols, so that a decoder gets beyond its first byte.
STARTS = st.sampled_from(
    ["FF 68 0F 0F 68", "AA AA AA 96 69 FF FF", "A5 A5 A5", "8A 01 01 11", "57 4B 4C 59 09", "AA"]
).map(bytes.fromhex)
PIECES = st.lists(st.one_of(st.binary(max_size=64), STARTS), max_size=30)


def held(decoder: Any) -> int:
    """How much a decoder keeps, counted in what its attributes hold."""
    return sum(len(value) for value in vars(decoder).values() if hasattr(value, "__len__"))


def test_there_are_decoders_to_try() -> None:
    assert "ff68" in DECODERS


@pytest.mark.parametrize("made", DECODERS.values(), ids=list(DECODERS))
@given(pieces=PIECES)
@example(pieces=[])
def test_any_bytes_in_any_pieces_raise_nothing_but_our_errors(made: Any, pieces: list[bytes]) -> None:
    decoder = made()
    for piece in pieces:
        try:
            decoder.feed(piece)
        except DeviceError:
            decoder = made()
        assert held(decoder) <= MOST_HELD


@pytest.mark.parametrize("made", DECODERS.values(), ids=list(DECODERS))
@pytest.mark.parametrize("byte", [0x00, 0xFF, 0xAA, 0xA5, 0x68, 0x8A, 0x57, 0x41])
def test_a_flood_without_an_end_does_not_fill_the_memory(made: Any, byte: int) -> None:
    decoder = made()
    for _ in range(FLOOD // 64):
        try:
            decoder.feed(bytes((byte,)) * 64)
        except DeviceError:
            decoder = made()
    assert held(decoder) <= MOST_HELD


@pytest.mark.parametrize("made", DECODERS.values(), ids=list(DECODERS))
@given(stream=st.binary(max_size=200))
def test_it_makes_no_difference_where_a_stream_is_cut(made: Any, stream: bytes) -> None:
    assert told(made(), [stream]) == told(made(), [bytes((byte,)) for byte in stream])


def told(decoder: Any, pieces: list[bytes]) -> Any:
    """All values, in their order, up to an error."""
    values: list[Any] = []
    try:
        for piece in pieces:
            fed = decoder.feed(piece)
            values += fed if isinstance(fed, list | tuple) else [] if fed is None else [fed]
    except DeviceError as error:
        values.append(type(error))
    return values
