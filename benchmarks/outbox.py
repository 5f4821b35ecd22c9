"""How near the outbox comes to a gateway's stated rate: 10,000 messages over CMPP to a simulated one."""

import asyncio
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from benchmarks import halls
from benchmarks.ratios import Ratio, over_rounds
from queue_core.app import Hall, open_hall
from queue_core.app.opening import wall_ms
from queue_core.app.outgoing import Outgoing
from queue_core.app.requests import CaseTold
from queue_core.messages.attempt import Attempts, Rules
from queue_core.messages.cmpp.carrier import CmppCarrier
from queue_core.messages.cmpp.settings import CmppSettings
from queue_core.messages.lane import Lane
from queue_core.messages.messenger import Messenger
from queue_core.messages.secret import Secret
from queue_core.messages.throttle import Limits, Throttle
from queue_core.messages.timing import Backoff, QuietHours
from queue_core.messages.wording import Naming, Wording, templates
from queue_core.store.message import MessageKind
from sim.gateways import CmppGateway

MESSAGES, RATE = 10_000, 200
_WINDOW = 32
_SECRET, _SOURCE, _NAME = "benchmark", "901234", "operator"
_TOGETHER = 500
_WITHIN = 4
_ZONE = ZoneInfo("Asia/Shanghai")


def measure_outbox(*, messages: int = MESSAGES, rate: int = RATE) -> list[Ratio]:
    """Raises TimeoutError when it takes four times as long as it should, RuntimeError when any is lost."""
    with (
        TemporaryDirectory(prefix="paihao-outbox-") as folder,
        CmppGateway(source=_SOURCE, secret=_SECRET, window=_WINDOW) as gateway,
    ):
        gateway.fault(rate_per_s=rate)
        took_s = asyncio.run(_drain(Path(folder), gateway, messages, rate))
        if len(gateway.billed) != messages or gateway.violations:
            raise RuntimeError(
                f"{len(gateway.billed)} of {messages} billed, {len(gateway.violations)} violations"
            )
        refused = len(gateway.refused)
    return [
        over_rounds(
            "outbox drained / stated rate",
            "native",
            f"{messages:,} messages of the outbox over CMPP, {refused} of them refused for speed",
            [(messages / took_s, float(rate))],
            goal=0.9,
        )
    ]


async def _drain(folder: Path, gateway: CmppGateway, messages: int, rate: int) -> float:
    """Seconds from the first message to the last one's answer; all of them wait before."""
    hall = open_hall(folder, halls.rules(), calendar=halls.one_day)
    try:
        for first in range(0, messages, _TOGETHER):
            together = range(first, min(messages, first + _TOGETHER))
            await asyncio.gather(*(_ready(hall, serial) for serial in together))
        began_s = time.perf_counter()
        sending = asyncio.create_task(_messenger(hall, gateway, rate).run())
        async with asyncio.timeout(_WITHIN * messages / rate):
            while len(gateway.billed) < messages:  # noqa: ASYNC110 the gateway is in threads of its own
                await asyncio.sleep(0.05)
        took_s = time.perf_counter() - began_s
        sending.cancel()
        await asyncio.wait([sending])
    finally:
        await asyncio.to_thread(hall.close)
    return took_s


async def _ready(hall: Hall, serial: int) -> None:
    told = CaseTold(code=f"C-{serial}", unit=halls.UNIT, phone=f"154{serial:08d}", is_ready=True)
    await hall.execute(told, key=f"outbox-{serial}", actor="gateway:G")


def _messenger(hall: Hall, gateway: CmppGateway, rate: int) -> Messenger:
    chance = random.Random(7)
    settings = CmppSettings(
        host="127.0.0.1",
        port=gateway.port,
        source_address=_SOURCE,
        secret_file=Path("unused"),
        service_id="BENCH",
        sender="106590001",
        rate=rate,
        window=_WINDOW,
    )
    carrier = CmppCarrier(settings, Secret(_SECRET), now=wall_ms, chance=chance, name=_NAME)
    backoff = Backoff(first_ms=1_000, most_ms=60_000, draw=chance.random)
    outgoing = Outgoing(hall)
    throttle = Throttle(Limits(), chance.randbytes(16))
    rules = Rules(quiet=QuietHours(from_min=0, until_min=0, zone=_ZONE), backoff=backoff)
    # One short message each: the operator's rate counts those, and a link takes two.
    words = dict(templates()) | {"result-ready": {"zh-CN": "请凭取件码{code}到{hall}领取{case}"}}
    naming = Naming(
        signature="大厅",
        hall={"zh-CN": "大厅"},
        categories={},
        places={},
        zone=_ZONE,
        public_url="https://hall.example.org",
        holder_secret=hall.disclosure.holder_secret,
        pickup_code=hall.disclosure.pickup_code,
        pickup_token=hall.disclosure.pickup_token,
    )
    return Messenger(
        outgoing,
        Attempts(outgoing, Wording(naming, words), throttle, rules),
        throttle,
        lanes=[Lane(carrier, rate_per_s=rate, window=_WINDOW, within_s=60, backoff=backoff)],
        routes=dict.fromkeys(MessageKind, (_NAME,)),
        gone_after_ms=600_000,
        draw=chance.random,
    )
