"""Refusals as RFC 9457 problem details, with a stable code and a remedy."""

from msgspec import Struct

from queue_core.wire.cases import CasePlace

MEDIA_TYPE = "application/problem+json"


class Problem(Struct, frozen=True, kw_only=True):
    """`code` is stable and what screens translate; `remedy` says to an operator what to do.

    `said` says to people what to do now, by language tag (zh-CN, zh-Hant, en).
    `existing` is filled for `already-waiting`: the number the same person already holds; `until_ms` for
    `proofs-locked`; `place` for `case-in-door`.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    remedy: str
    request_id: str
    existing: "ExistingTicket | None" = None
    said: dict[str, str] = {}
    until_ms: int | None = None
    place: CasePlace | None = None


class ExistingTicket(Struct, frozen=True, kw_only=True):
    ticket_id: int
    number: str
    status_url: str
