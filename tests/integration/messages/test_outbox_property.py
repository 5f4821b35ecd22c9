"""Whatever gateways and the server do: each message goes out at least once, and is billed once, by one."""

import asyncio
import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queue_core.messages.contract import Parcel
from tests.integration.messages.house import FarEnd, House, away, later

IS_SOAK = bool(os.environ.get("PAIHAO_SOAK"))
EXAMPLES = 300 if IS_SOAK else 5
SLOW_S = 0.02

GONE_AFTER_MS = 2_000
GIVEN_UP_AFTER = 4  # so often put off, a message is a dead letter
Fault = st.sampled_from(["none", "none", "lost", "away", "away", "later", "half-open"])


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    messages=st.integers(1, 6),
    faults=st.lists(Fault, max_size=12).filter(lambda faults: faults.count("later") < GIVEN_UP_AFTER),
    kills=st.lists(st.integers(0, 8), max_size=2),
)
def test_each_message_is_sent_at_least_once_and_billed_once(
    messages: int, faults: list[str], kills: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_play(Path(folder) / "hall", messages, faults, kills))


async def _play(folder: Path, messages: int, faults: list[str], kills: list[int]) -> None:
    house, left = House(folder), list(faults)
    billed: dict[str, dict[str, str]] = {"operator": {}, "cloud": {}}
    carried: list[Parcel] = []

    def does(_: Parcel) -> object:
        match left.pop(0) if left else "none":
            case "lost" | "half-open" as fault:
                return fault
            case "away":
                return away()
            case "later":
                return later()
            case _:
                return None

    def far(name: str) -> FarEnd:
        far = FarEnd(name, does=does)
        far.billed, far.received = billed[name], carried
        return far

    def start() -> None:
        house.start_sending(far("operator"), far("cloud"), within_s=SLOW_S, gone_after_ms=GONE_AFTER_MS)

    house.open()
    for serial in range(messages):
        await house.ready(serial)
    start()
    for after in kills:
        await asyncio.sleep(after * SLOW_S / 8)
        await house.restart()
        start()
    await house.until(lambda: house.states() == ["sent"] * messages, minutes_a_look=0.5)
    await house.stop_sending()
    await asyncio.to_thread(house.close)
    assert len(billed["operator"]) + len(billed["cloud"]) == messages
    assert billed["operator"].keys().isdisjoint(billed["cloud"])
    assert {each.message_id for each in carried} == set(range(1, messages + 1))
    assert len({(each.message_id, each.dedupe_key, each.text) for each in carried}) == messages
