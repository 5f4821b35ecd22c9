"""Whether this computer's clock is right, by the Date that stands over each answer of the hall (RFC 9110).

A wrong clock shows a wrong time, and makes certificates of other servers look expired.
"""

import asyncio
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

import httpx

from kiosk.backstage.health import KioskHealth
from queue_core import log
from queue_core.client import Credential
from queue_core.client.credential import pinned
from queue_core.client.handshakes import NothingHalfOpen

logger = log.logger("kiosk.clock")
TOLERATED_S = 120.0
EVERY_S = 600.0
AGAIN_S = 20.0
WITHIN_S = 5.0
CLOCK = "clock"
REMEDY = "Set this computer's clock, and let it follow a time server (timedatectl set-ntp true)."


async def watch_clock(
    credential: Credential, health: KioskHealth, now_s: Callable[[], float] = time.time
) -> None:
    """Compares every ten minutes, until cancelled. A hall that does not answer says nothing of our clock."""
    async with httpx.AsyncClient(
        verify=pinned(credential.certificate), timeout=WITHIN_S, trust_env=False
    ) as http:
        while True:
            off_s = await _off_s(http, credential.server, now_s)
            if off_s is not None:
                tell(health, off_s)
            await asyncio.sleep(AGAIN_S if off_s is None else EVERY_S)


def tell(health: KioskHealth, off_s: float) -> None:
    """`off_s`: by how much this clock is ahead of the hall's."""
    if abs(off_s) <= TOLERATED_S:
        health.mends(CLOCK)
        return
    logger.warning("clock-wrong", off_s=round(off_s))
    health.ails(CLOCK, "clock-wrong", REMEDY)


async def _off_s(http: httpx.AsyncClient, server: str, now_s: Callable[[], float]) -> float | None:
    try:
        answer = await http.get(f"{server.rstrip('/')}/public/rule", extensions={"trace": NothingHalfOpen()})
        told = parsedate_to_datetime(answer.headers.get("date", ""))
    except (httpx.HTTPError, ValueError) as error:
        logger.debug("clock-not-compared", why=type(error).__name__)
        return None
    return now_s() - told.timestamp()
