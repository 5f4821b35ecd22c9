"""Hooks 回调: what partners 合作方 tell the hall, by `POST /hooks/{partner}`.

    X-Paihao-Signature: t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>
    {"id": "…", "type": "deposited", "case": "…", "reference": "…"}   in a box of a partner's locker
    {"id": "…", "type": "collected", "case": "…"}                     by its holder
    {"id": "…", "type": "expired", "case": "…"}                       taken out again, on its way back
    {"id": "…", "type": "report", "receipt": "…", "delivered": false, "reason": "…"}

A signature is good for five minutes and once. Who repeats a hook whose answer was lost signs it anew, with
the same `id`, a second later at least: it is answered as the first one was, and happens once.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NoReturn

import msgspec
import structlog
from litestar import Controller, post
from litestar.params import FromPath
from msgspec import Struct

from queue_core.domain import commands
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import AtPartner, Case
from queue_core.hall import entering
from queue_core.hall.admission import SIGNED, Visit
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.settings_messages import PartnerEntry
from queue_core.messages.contract import Fate, Report
from queue_core.messages.messenger import Messenger
from queue_core.messages.secret import Secret
from queue_core.messages.signing import HEADER, WITHIN_S, is_signature, seconds_of

LATELY_MS = 10 * 60_000
STRANGER = "unknown"
_MOST_LATELY = 1_000
_REMEDY = "Compare the secret and the clock with the hall's administrator."
_ANEW = "Sign each request anew, also one that is said again."

log = structlog.get_logger(__name__)


class News(StrEnum):
    DEPOSITED = "deposited"
    COLLECTED = "collected"
    EXPIRED = "expired"
    REPORT = "report"


class Hook(Struct, frozen=True, kw_only=True):
    """The document. `id` is the partner's own name of the event; `reference` of the box or the delivery."""

    id: str
    type: News
    case: str = ""
    reference: str = ""
    receipt: str = ""
    delivered: bool = False
    reason: str = ""


class Refused:
    """How often hooks were refused, and lately by whom. `counted` by partner and reason."""

    def __init__(self) -> None:
        self.counted: Counter[tuple[str, str]] = Counter()
        self._lately: deque[tuple[int, str]] = deque(maxlen=_MOST_LATELY)

    def count(self, partner: str, reason: str, at_ms: int) -> None:
        self.counted[partner, reason] += 1
        self._lately.append((at_ms, partner))

    def lately(self, now_ms: int) -> Iterator[tuple[str, int]]:
        """By partner, in the last ten minutes. Any thread."""
        found = Counter(partner for at_ms, partner in tuple(self._lately) if at_ms > now_ms - LATELY_MS)
        yield from sorted(found.items())


class Partners:
    """Who may tell something, and which signatures were used already. `now_s` is the wall's."""

    def __init__(
        self,
        partners: Mapping[str, tuple[PartnerEntry, Secret]],
        refused: Refused,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._partners = partners
        self._refused = refused
        self._now_s = now_s
        self._used: dict[str, float] = {}

    def admitted(self, code: str, signed: str, body: bytes, at_ms: int) -> PartnerEntry:
        """The partner who signed this body just now, for the first time. Raises Denied."""
        found = self._partners.get(code)
        signed_s = seconds_of(signed)
        if found is None or signed_s is None or not is_signature(found[1].reveal(), body, signed):
            partner = STRANGER if found is None else code
            unsigned = Denied(403, "hook-unsigned", "The signature is not that of this body.", _REMEDY)
            self._refuse(partner, unsigned, at_ms)
        now_s = self._now_s()
        if abs(now_s - signed_s) > WITHIN_S:
            late = Denied(403, "hook-late", "The signature is not of these five minutes.", _REMEDY)
            self._refuse(code, late, at_ms)
        if not self._is_first(f"{code} {signed}", now_s):
            again = Denied(409, "hook-repeated", "This very request was here before.", _ANEW)
            self._refuse(code, again, at_ms)
        return found[0]

    def _is_first(self, signed: str, now_s: float) -> bool:
        """The time in a signature may lie ahead, so that each is remembered for twice as long."""
        self._used = {each: until_s for each, until_s in self._used.items() if until_s > now_s}
        if signed in self._used:
            return False
        self._used[signed] = now_s + 2 * WITHIN_S
        return True

    def _refuse(self, partner: str, denied: Denied, at_ms: int) -> NoReturn:
        self._refused.count(partner, denied.code, at_ms)
        log.warning("a hook was refused", partner=partner, code=denied.code)
        raise denied


class Hooks(Controller):
    path = "/hooks"
    tags = ("messages",)

    @post("/{partner:str}", opt=SIGNED, status_code=204)
    async def take(self, partner: FromPath[str], request: Visit) -> None:
        """Take what a partner tells: a case in its locker, or a delivery report."""
        partners: Partners = request.app.state.partners
        body = await request.body()
        signed = request.headers.get(HEADER, "")
        known = partners.admitted(partner, signed, body, request.desk.hall.now_ms)
        hook = _read(body)
        if hook.type is News.REPORT:
            await _report(hook, known, request.app.state.messenger)
        else:
            await _of_case(hook, known, request.desk)


def _read(body: bytes) -> Hook:
    try:
        hook = msgspec.json.decode(body, type=Hook)
    except msgspec.MsgspecError as error:
        raise Denied(
            400, "invalid-request", "The body is no hook.", "Send one as docs/messages.md shows."
        ) from error
    entering.source("id", hook.id)
    entering.source("reference", hook.reference or None)
    return hook


async def _report(hook: Hook, partner: PartnerEntry, messenger: Messenger | None) -> None:
    if messenger is None or partner.reports_of is None:
        raise Denied(
            422,
            "hook-not-expected",
            f"{partner.code} sends no delivery reports to this hall.",
            "Name its carrier as `reports_of` in hall.toml.",
        )
    fate = Fate.DELIVERED if hook.delivered else Fate.UNDELIVERED
    report = Report(
        receipt=hook.receipt, fate=fate, reason=entering.source("reason", hook.reason or None) or ""
    )
    await messenger.report(partner.reports_of, report)


async def _of_case(hook: Hook, partner: PartnerEntry, desk: Desk) -> None:
    """Only who has a case says where it goes; what was told before has happened."""
    key = f"hook:{partner.code}/{hook.id}"
    if await desk.hall.has_answered(key):
        return
    case = await desk.hall.read(lambda day: _case(day, hook.case))
    command = _command(hook, partner.code, case)
    await desk.hall.execute(command, key=key, actor=f"partner:{partner.code}")


def _case(day: HallDay, code: str) -> Case | None:
    return day.cases.by_code(code)


def _command(hook: Hook, partner: str, case: Case | None) -> commands.PlaceCase | commands.HandOverCase:
    is_here = case is not None and isinstance(case.place, AtPartner) and case.place.partner == partner
    is_free = case is not None and case.place is None
    match hook.type:
        case News.DEPOSITED if case is not None and (is_here or is_free):
            place = AtPartner(partner=partner, reference=hook.reference)
            return commands.PlaceCase(case_id=case.case_id, place=place)
        case News.COLLECTED if case is not None and is_here:
            return commands.HandOverCase(case_id=case.case_id)
        case News.EXPIRED if case is not None and is_here:
            return commands.PlaceCase(case_id=case.case_id, place=None)
        case _:
            raise Denied(
                409,
                "case-not-at-partner",
                "This case is not with this partner.",
                "Check its number; ask the hall where the case is.",
            )
