"""Events as older releases stored them, read as this one means them. The stored bytes stay as they are."""

from collections.abc import Callable
from typing import Any

import msgspec

Stored = dict[str, Any]


def _issued_for_one_matter(stored: Stored) -> Stored:
    """0.1: one unit and matter a number, its place from the issue on, and no word of its person."""
    errand = {"unit": stored["unit"], "matter": stored["matter"], "seniority_ms": stored["at_ms"]}
    return {**stored, "errands": [errand], "visitor": stored["ticket_id"]}


def _rules_without_policy(stored: Stored) -> Stored:
    """0.1: the one parameter of the call rule stood among the others."""
    rules = stored["rules"]
    calls = rules.get("calls_before_no_show")
    if calls is None:
        return stored
    return {**stored, "rules": {**rules, "policy": {"calls_before_no_show": calls}}}


def _unchanged(stored: Stored) -> Stored:
    """What is new has a default that was always true before."""
    return stored


_UPCASTS: dict[tuple[str, int], Callable[[Stored], Stored]] = {
    ("day-opened", 1): _rules_without_policy,
    ("rules-changed", 1): _rules_without_policy,
    ("ticket-issued", 1): _issued_for_one_matter,
    ("ticket-called", 1): _unchanged,
    ("service-finished", 1): _unchanged,
}


def is_old(kind: str, version: int) -> bool:
    """Whether `upcast` knows that version of a kind of event."""
    return (kind, version) in _UPCASTS


def upcast(kind: str, version: int, body: bytes) -> bytes:
    """The body in this release's form. Raises msgspec.MsgspecError, KeyError for bytes that are no event."""
    return msgspec.json.encode(_UPCASTS[kind, version](msgspec.json.decode(body, type=Stored)))
