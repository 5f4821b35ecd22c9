"""The ledger, and the page that is made of it."""

from pathlib import Path

import msgspec
import pytest

from drivers.catalog.devices_page import KIND_TITLES, page
from drivers.catalog.ledger import Ledger, Row, rows
from drivers.catalog.table import DRIVERS
from drivers.contract.device import Kind

ROOT = Path(__file__).parents[3]
ROW = {"proof": "simulated", "since": "2026-11-22", "confidence": "B", "sources": ["a published page"]}


def test_every_driver_has_a_row_and_every_row_a_driver() -> None:
    assert set(rows()) == set(DRIVERS)
    assert all(entry.ledger is not Ledger.UNTRIED for entry in DRIVERS.values())


def test_the_page_of_devices_is_fresh() -> None:
    """`python -m drivers.catalog.devices_page > docs/devices.md` makes it so."""
    assert (ROOT / "docs/devices.md").read_text(encoding="utf-8") == page()


def test_the_page_has_a_title_for_every_kind() -> None:
    assert set(KIND_TITLES) == set(Kind)


@pytest.mark.parametrize("scheme", DRIVERS)
def test_the_page_tells_of_every_driver_its_options_and_what_nobody_tried(scheme: str) -> None:
    section = page().partition(f"\n### {scheme}\n")[2].partition("\n### ")[0]
    assert DRIVERS[scheme].example in section
    assert all(f"`{option.name}`" in section for option in DRIVERS[scheme].options)
    assert all(words in section for words in (*rows()[scheme].sources, *rows()[scheme].untried))


@pytest.mark.parametrize(
    "wrong",
    [
        {"proof": "seen"},
        {"devices": ["a printer"]},
        {"proof": "certainly"},
        {"confidence": "D"},
        {"sources": []},
        {"since": "yesterday"},
        {"color": "red"},
    ],
)
def test_a_row_that_claims_what_it_cannot_is_refused(wrong: dict[str, object]) -> None:
    assert msgspec.convert(ROW, Row)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(ROW | wrong, Row)
