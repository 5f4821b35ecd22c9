"""What devices cost while nobody uses them, and how soon a card and a code are known; each against a limit.

Drivers run in a process of their own, simulated devices in another. A card's own time is that of the same
commands without a driver, measured between the readings; idling is CPU time, so that other programs do not
count.
"""

from benchmarks.probing import NATIVE, probe
from benchmarks.ratios import Ratio, over_rounds

IDLE_MS_A_SECOND = 10.0  # one per cent of a core for sixteen
IDENTITY_MS = 50.0  # beyond the card's own time
EVENT_MS = 30.0
PRELOAD = {"LD_PRELOAD": "libumockdev-preload.so.0"}


def measure_devices(*, times: int, idle_s: float) -> list[Ratio]:
    return [
        _idling(idle_s),
        _identity("samv", "card present to identity, SAM_V on a serial line", times),
        _identity("ssc", "card present to identity, social security card on PC/SC", times),
        _scan("scanner", "code held before a scanner to event, serial line", times),
        _scan("typing-scanner", "code held before a scanner to event, one that types", times, PRELOAD),
    ]


def _idling(idle_s: float) -> Ratio:
    found = probe("devices_probe", NATIVE, "idle", idle_s)
    says = f"CPU time of {found['devices']} idle serial devices, a second, against 1 % of a core"
    rounds = [(found["cpu_ms_a_second"], IDLE_MS_A_SECOND)]
    return over_rounds("devices_idle", NATIVE, says, rounds, units=("ms", "ms"), goal=1, at_most=True)


def _identity(scene: str, says: str, times: int) -> Ratio:
    found = probe("devices_probe", NATIVE, scene, times)
    beyond_ms = [took - card for took, card in zip(found["took_ms"], found["card_ms"], strict=True)]
    return _within(f"devices_{scene}", f"{says}, beyond the card's own time", beyond_ms, IDENTITY_MS)


def _scan(scene: str, says: str, times: int, environment: dict[str, str] | None = None) -> Ratio:
    found = probe("devices_probe", NATIVE, scene, times, environment=environment)
    return _within(f"devices_{scene.replace('-', '_')}", says, found["took_ms"], EVENT_MS)


def _within(name: str, says: str, took_ms: list[float], allowed_ms: float) -> Ratio:
    rounds = [(each, allowed_ms) for each in took_ms]
    return over_rounds(name, NATIVE, says, rounds, units=("ms", "ms"), goal=1, at_most=True)
