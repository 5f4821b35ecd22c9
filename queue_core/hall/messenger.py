"""Puts a hall's messenger together: its carriers as hall.toml names them, its words, its limits.

Carriers are loaded only where one is used: a hall without messages pays nothing for them.
"""

import random
import secrets
import time
from collections.abc import Callable
from typing import assert_never
from zoneinfo import ZoneInfo

from queue_core.app.hall import Hall
from queue_core.app.opening import wall_ms
from queue_core.app.outgoing import Outgoing
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_messages import (
    AliyunEntry,
    CarrierEntry,
    CmppEntry,
    MessagesEntry,
    PartnerEntry,
    WebhookEntry,
)
from queue_core.messages.attempt import Attempts, Rules
from queue_core.messages.contract import Carrier
from queue_core.messages.lane import Lane
from queue_core.messages.messenger import Messenger
from queue_core.messages.secret import Secret, read_secret
from queue_core.messages.throttle import Limits, Throttle
from queue_core.messages.timing import Backoff, QuietHours
from queue_core.messages.wording import Naming, Wording, templates
from queue_core.store.message import MessageKind

LATER_FIRST_MS, LATER_MOST_MS = 30_000, 3_600_000
AWAY_FIRST_MS, AWAY_MOST_MS = 1_000, 60_000
_SLACK_S = 5.0


def messenger_of(hall: Hall, settings: HallSettings, wanted: MessagesEntry) -> Messenger:
    """Raises MessagesError: a secret or the hall's own words cannot be read."""
    chance = random.Random()  # noqa: S311 spreads attempts, guards nothing
    outgoing = Outgoing(hall)
    throttle = Throttle(
        Limits(same_kind_a_minute=wanted.same_kind_a_minute, an_hour=wanted.an_hour, a_day=wanted.a_day),
        secrets.token_bytes(16),
    )
    quiet_from, quiet_until = wanted.quiet_min
    rules = Rules(
        quiet=QuietHours(from_min=quiet_from, until_min=quiet_until, zone=ZoneInfo(settings.timezone)),
        backoff=Backoff(first_ms=LATER_FIRST_MS, most_ms=LATER_MOST_MS, draw=chance.random),
        attempts=wanted.attempts,
    )
    wording = Wording(_naming(hall, settings, wanted), templates(wanted.wording))
    return Messenger(
        outgoing,
        Attempts(outgoing, wording, throttle, rules),
        throttle,
        lanes=[_lane(each, hall, chance) for each in wanted.carriers],
        routes={kind: wanted.route(kind) for kind in MessageKind},
        gone_after_ms=wanted.fall_back_after_min * 60_000,
        draw=chance.random,
    )


def partners_of(wanted: MessagesEntry | None) -> dict[str, tuple[PartnerEntry, Secret]]:
    """By code, with their secrets. Raises MessagesError."""
    partners = () if wanted is None else wanted.partners
    return {each.code: (each, read_secret(each.secret_file)) for each in partners}


def _lane(entry: CarrierEntry, hall: Hall, chance: random.Random) -> Lane:
    return Lane(
        carrier_of(entry, now_ms=lambda: hall.now_ms, chance=chance),
        rate_per_s=entry.rate,
        window=entry.window,
        within_s=_within_s(entry),
        backoff=Backoff(first_ms=AWAY_FIRST_MS, most_ms=AWAY_MOST_MS, draw=chance.random),
    )


def carrier_of(entry: CarrierEntry, *, now_ms: Callable[[], int], chance: random.Random) -> Carrier:
    """The table of carriers. `now_ms` is the hall's clock. Raises MessagesError."""
    secret = read_secret(entry.secret_file)
    match entry:
        case AliyunEntry():
            from queue_core.messages.aliyun.carrier import AliyunCarrier  # noqa: PLC0415 see the module
            from queue_core.messages.aliyun.service import Service  # noqa: PLC0415 likewise

            service = Service(entry, secret, now_ms=wall_ms, nonce=lambda: secrets.token_hex(16))
            return AliyunCarrier(entry.name, entry, service, now_ms=now_ms, clock=time.monotonic)
        case CmppEntry():
            from queue_core.messages.cmpp.carrier import CmppCarrier  # noqa: PLC0415 likewise

            return CmppCarrier(entry, secret, now=wall_ms, chance=chance, name=entry.name)
        case WebhookEntry():
            from queue_core.messages.webhook.carrier import WebhookCarrier  # noqa: PLC0415 likewise

            return WebhookCarrier(entry.name, entry, secret, now_ms=wall_ms)
    assert_never(entry)


def _within_s(entry: CarrierEntry) -> float:
    """Longer than the carrier itself waits: it knows better why there was no answer.

    Aliyun may have to be asked for some days before it is sent to; a message over CMPP is of few parts.
    """
    match entry:
        case CmppEntry():
            return entry.answer_within_s * entry.attempts * 2 + _SLACK_S
        case AliyunEntry():
            return entry.answer_within_s * 4 + _SLACK_S
        case WebhookEntry():
            return entry.answer_within_s + _SLACK_S
    assert_never(entry)


def _naming(hall: Hall, settings: HallSettings, wanted: MessagesEntry) -> Naming:
    places = {each.code: each.names for each in settings.cabinets}
    places |= {each.code: each.names for each in wanted.partners}
    return Naming(
        signature=wanted.signature,
        hall=settings.names,
        categories={each.code: each.names for each in settings.categories},
        places=places,
        zone=ZoneInfo(settings.timezone),
        public_url=settings.public_url,
        holder_secret=hall.disclosure.holder_secret,
        pickup_code=hall.disclosure.pickup_code,
        pickup_token=hall.disclosure.pickup_token,
    )
