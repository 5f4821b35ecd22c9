"""One attempt at one message: whether it is still worth it, its words, the carrier, and how that went."""

import asyncio
import re

import structlog
from msgspec import Struct

from queue_core.app.outgoing import Due, Facts, Outgoing
from queue_core.messages.contract import CarrierAway, CarrierError, NeverSendable, Parcel, TryLater
from queue_core.messages.lane import Lane
from queue_core.messages.settling import receipt_of
from queue_core.messages.throttle import Throttle
from queue_core.messages.timing import WAKING, Backoff, QuietHours, expires_ms
from queue_core.messages.wording import Wording, parts
from queue_core.store import settlements
from queue_core.store.errors import KeyDestroyed, StoreError, Unsealable
from queue_core.store.message import ERASED, NOT_NEEDED, Claimed, MessageState
from queue_core.store.settlements import Settlement

EXPIRED = "expired"
NO_MOBILE = "phone-not-mobile"
TOO_OFTEN = "too-many-to-number"
QUIET = "quiet-hours"
KEYS = "keys-unavailable"
NO_ANSWER = "no-answer"
CARRIER_FAULT = "carrier-fault"
_KEYS_AGAIN_MS = 60_000
_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9][0-9]{9})")

log = structlog.get_logger(__name__)


class Rules(Struct, frozen=True, kw_only=True):
    """`attempts`: so often the far end may say "later" before a message is given up."""

    quiet: QuietHours
    backoff: Backoff
    attempts: int = 8


class Attempts:
    """Makes each attempt's settlement.

    A message is free for another carrier only if none may have it: neither from this attempt nor from one
    before. Else it stays with this one until it went, was refused for good, or is worth nothing any more.
    """

    def __init__(self, outgoing: Outgoing, wording: Wording, throttle: Throttle, rules: Rules) -> None:
        self._outgoing = outgoing
        self._wording = wording
        self._throttle = throttle
        self._rules = rules

    async def make(self, due: Due, lane: Lane) -> Settlement:
        """Raises what a carrier, or what puts a message together, raises by mistake: see `spoilt`."""
        claimed, now_ms = due.claimed, self._outgoing.now_ms
        if due.facts is None:
            return _untried(claimed, NOT_NEEDED, now_ms)
        if now_ms >= expires_ms(claimed.message):
            return _untried(claimed, EXPIRED, now_ms)
        quiet_until_ms = self._rules.quiet.end_ms(now_ms)
        if quiet_until_ms is not None and claimed.message.kind not in WAKING:
            return self._later(claimed, QUIET, quiet_until_ms)
        phone = self._phone(claimed, now_ms)
        if isinstance(phone, Settlement):
            return phone
        return await self._send(claimed, due.facts, phone, lane)

    def spoilt(self, claimed: Claimed) -> Settlement:
        """Of an attempt that failed by a mistake of ours. Where it had got to is not known."""
        return self._failed(claimed, CARRIER_FAULT, None, frees=False)

    def _phone(self, claimed: Claimed, now_ms: int) -> str | Settlement:
        """Where it goes, if it may go there now."""
        try:
            phone = mobile(self._outgoing.phone(claimed.message))
        except (KeyDestroyed, Unsealable):
            return _untried(claimed, ERASED, now_ms)
        except StoreError as error:
            log.warning("a recipient cannot be read", message_id=claimed.message_id, code=error.code)
            return self._later(claimed, KEYS, now_ms + _KEYS_AGAIN_MS)
        if phone is None:
            return _untried(claimed, NO_MOBILE, now_ms)
        free_at_ms = self._throttle.free_at(phone, claimed.message.kind, now_ms)
        return self._later(claimed, TOO_OFTEN, free_at_ms) if free_at_ms > now_ms else phone

    async def _send(self, claimed: Claimed, facts: Facts, phone: str, lane: Lane) -> Settlement:
        kind, now_ms = claimed.message.kind, self._outgoing.now_ms
        parcel = self._parcel(claimed, facts, phone)
        self._throttle.note(phone, kind, now_ms)
        was_sent = False
        try:
            settlement = await self._carried(claimed, parcel, lane)
            was_sent = settlement.state is MessageState.SENT
        finally:
            if not was_sent:
                self._throttle.take_back(phone, kind, now_ms)
        return settlement

    async def _carried(self, claimed: Claimed, parcel: Parcel, lane: Lane) -> Settlement:
        try:
            async with asyncio.timeout(lane.within_s):
                receipt = await lane.carrier.send(parcel)
        except TryLater as later:
            lane.answered(self._outgoing.now_ms, was_sent=False)
            return self._failed(claimed, later.code, later.after_s, frees=_is_free(claimed, later))
        except NeverSendable as never:
            now_ms, frees = self._outgoing.now_ms, _is_free(claimed, never)
            lane.answered(now_ms, was_sent=False)
            return settlements.given_up(claimed.message_id, never.code, at_ms=now_ms, frees=frees)
        except CarrierAway as away:
            return self._broken_off(claimed, lane, away)
        except TimeoutError:
            silent = CarrierAway(NO_ANSWER, "The carrier came to no end.")
            return self._broken_off(claimed, lane, silent)
        now_ms = self._outgoing.now_ms
        lane.answered(now_ms, was_sent=True)
        log.info("message sent", carrier=lane.name, parts=parts(parcel.text), **_names(claimed))
        return settlements.sent(claimed.message_id, receipt_of(lane.name, receipt), at_ms=now_ms)

    def _parcel(self, claimed: Claimed, facts: Facts, phone: str) -> Parcel:
        message = claimed.message
        worded = self._wording.of(message.kind, facts)
        return Parcel(
            message_id=claimed.message_id,
            dedupe_key=f"{message.dedupe_key}/{claimed.again}" if claimed.again else message.dedupe_key,
            kind=message.kind,
            scene=worded.scene,
            phone=phone,
            language=worded.language,
            text=worded.text,
            slots=worded.slots,
            created_at_ms=message.created_at_ms,
            attempt=claimed.attempts,
        )

    def _later(self, claimed: Claimed, reason: str, at_ms: int) -> Settlement:
        """Not seen by any carrier; given up at once when it will be worth nothing then."""
        now_ms = self._outgoing.now_ms
        if at_ms >= expires_ms(claimed.message):
            return _untried(claimed, reason, now_ms)
        frees = claimed.carrier is None
        return settlements.put_back(claimed.message_id, reason, at_ms=now_ms, again_at_ms=at_ms, frees=frees)

    def _failed(self, claimed: Claimed, reason: str, after_s: float | None, *, frees: bool) -> Settlement:
        now_ms = self._outgoing.now_ms
        failures = claimed.attempts - claimed.excused
        wait_ms = self._rules.backoff.after(failures)
        again_at_ms = now_ms + max(wait_ms, round((after_s or 0) * 1000))
        if failures >= self._rules.attempts or again_at_ms >= expires_ms(claimed.message):
            return settlements.given_up(claimed.message_id, reason, at_ms=now_ms, frees=frees)
        return settlements.failed(
            claimed.message_id, reason, at_ms=now_ms, again_at_ms=again_at_ms, frees=frees
        )

    def _broken_off(self, claimed: Claimed, lane: Lane, away: CarrierAway) -> Settlement:
        """It waits for the carrier; one that is free goes by the next when this is away for long."""
        now_ms, frees = self._outgoing.now_ms, _is_free(claimed, away)
        if lane.went_away(now_ms, is_of_line=away.is_of_line):
            log.warning("a carrier is away", carrier=lane.name, code=away.code)
        return settlements.broken_off(
            claimed.message_id, away.code, at_ms=now_ms, again_at_ms=now_ms, frees=frees
        )


def _is_free(claimed: Claimed, error: CarrierError) -> bool:
    return claimed.carrier is None and error.is_untaken


def _untried(claimed: Claimed, reason: str, at_ms: int) -> Settlement:
    """Given up before a carrier saw it this time."""
    return settlements.given_up(claimed.message_id, reason, at_ms=at_ms, frees=claimed.carrier is None)


def mobile(phone: str) -> str | None:
    """Eleven digits of mainland China; None for a landline or a number of elsewhere."""
    found = _MOBILE.fullmatch(phone)
    return None if found is None else found[1]


def _names(claimed: Claimed) -> dict[str, object]:
    return {"message_id": claimed.message_id, "kind": claimed.message.kind.value}
