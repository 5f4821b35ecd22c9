"""The ledger of drivers: on what each has proved itself so far. It stands in `ledger.toml`."""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec


class Ledger(StrEnum):
    """On what a driver has proved itself so far."""

    UNTRIED = "untried"  # the ledger tells of nothing
    SIMULATED = "simulated"  # written from public descriptions, tried on simulators only
    RECORDED = "recorded"  # replayed against traffic of a real device
    SEEN = "seen"  # ran on a real device


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the ledger says of one driver; the head of `ledger.toml` tells what the words mean."""

    proof: Literal["simulated", "recorded", "seen"]
    since: date
    confidence: Literal["A", "B", "C"]
    sources: tuple[str, ...]
    devices: tuple[str, ...] = ()
    untried: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("a row names its sources")
        if (self.proof == "simulated") == bool(self.devices):
            raise ValueError("devices are named where a real one was recorded or seen, and only there")


@cache
def rows() -> MappingProxyType[str, Row]:
    """All rows by scheme. Raises msgspec.ValidationError, which names the row and what is wrong in it."""
    text = files("drivers.catalog").joinpath("ledger.toml").read_text(encoding="utf-8")
    return MappingProxyType(msgspec.convert(tomllib.loads(text), dict[str, Row]))


def proof_of(scheme: str) -> Ledger:
    row = rows().get(scheme)
    return Ledger.UNTRIED if row is None else Ledger(row.proof)
