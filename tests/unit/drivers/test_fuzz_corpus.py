"""Every decoder of `drivers.protocol`, against what a coverage-guided run left and against anything.

The corpus, a file of hex lines for each decoder, comes from `python -m benchmarks.fuzz`. What a decoder costs
is counted in lines of `drivers.protocol` that run, since a busy machine says nothing of a codec.
"""

import inspect
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import drivers.protocol
from tests.unit.drivers.fuzz_targets import ENCODING, SPEAKING, TARGETS, TRIED, Target

CORPUS = Path(__file__).parent / "fuzz_corpus"
PROTOCOL = str(Path(drivers.protocol.__file__).parent)
MOST_LINES_A_BYTE = 120
"""Feeding whole, in pieces and with silence between, together."""
MOST_LINES_FOR_NOTHING = 4_000
MANY = 8


def corpus(name: str) -> list[bytes]:
    lines = (CORPUS / f"{name}.txt").read_text(encoding="ascii").splitlines()
    return [bytes.fromhex(line) for line in lines]


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_fuzzer_found_raises_nothing_holds_little_and_is_told_the_same_in_all_pieces(
    name: str,
) -> None:
    for data in (*corpus(name), *TARGETS[name].seeds):
        TARGETS[name].run(data)


@pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))
@given(data=st.data())
def test_any_bytes_raise_nothing_hold_little_and_are_told_the_same_in_all_pieces(
    target: Target, data: st.DataObject
) -> None:
    target.run(data.draw(st.binary(max_size=300) | spoilt(target)))


def spoilt(target: Target) -> st.SearchStrategy[bytes]:
    """A frame with some bytes put in place of others, and what may follow it."""
    return st.builds(
        lambda seed, at, other, rest: (
            seed[: at % len(seed)] + other + seed[at % len(seed) + len(other) :] + rest
        ),
        st.sampled_from(target.seeds),
        st.integers(0, 400),
        st.binary(max_size=4),
        st.binary(max_size=20),
    )


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_keep_a_decoder_busier_than_others(name: str) -> None:
    """Each input also many times over: what goes round and round, or back to the start, shows there."""
    for data in (*corpus(name), *TARGETS[name].seeds):
        for much in (data, data[:3] + data[3:] * MANY):
            with lines_of_protocol() as count:
                TARGETS[name].run(much)
            assert count[0] <= MOST_LINES_FOR_NOTHING + MOST_LINES_A_BYTE * len(much), (
                len(much),
                much.hex(" "),
            )


@contextmanager
def lines_of_protocol() -> Iterator[list[int]]:
    count = [0]

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PROTOCOL):
            return None
        count[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield count
    finally:
        sys.settrace(before)


def test_what_is_counted_are_lines() -> None:
    with lines_of_protocol() as count:
        TARGETS["ff68"].run(b"\0\0\0" + b"\xff\x68" * 50)
    assert count[0] > 100


MODULES = [module.name for module in pkgutil.iter_modules(drivers.protocol.__path__)]


def takes_bytes(thing: Any) -> bool:
    """Functions with bytes among their arguments, and classes with such a function that is public."""
    if inspect.isclass(thing):
        return any(takes_bytes(getattr(thing, name)) for name in vars(thing) if not name.startswith("_"))
    return inspect.isroutine(thing) and any(
        parameter.annotation in (bytes, bytearray, "bytes")
        for parameter in inspect.signature(thing).parameters.values()
    )


@pytest.mark.parametrize("module", [name for name in MODULES if name not in SPEAKING])
def test_everything_that_takes_bytes_from_outside_has_its_way_to_be_fuzzed(module: str) -> None:
    there = vars(import_module(f"drivers.protocol.{module}"))
    own = {
        f"{module}.{name}"
        for name, thing in there.items()
        if not name.startswith("_") and getattr(thing, "__module__", "") == f"drivers.protocol.{module}"
        if takes_bytes(thing)
    }
    assert own - ENCODING <= TRIED


def test_what_is_fuzzed_is_there() -> None:
    for name in TRIED:
        module, _, thing = name.partition(".")
        assert hasattr(import_module(f"drivers.protocol.{module}"), thing), name
    assert set(MODULES) >= SPEAKING
