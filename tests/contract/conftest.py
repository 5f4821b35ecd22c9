"""What all contract suites share: the suites on real devices.

`script/test tests/contract --bench FILE [--hands ask]` runs them on the devices of a TOML file with one list,
`devices = ["escpos+tcp://10.4.0.31:9100", …]`, instead of on the simulator. See docs/drivers.md.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from drivers.contract.errors import DeviceError
from drivers.runtime.addresses import resolve

pytest.register_assert_rewrite("tests.contract.device_suite")

DRIVER = "driver"  # as in device_suite, which cannot be imported before its asserts are rewritten
BENCH = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("contract suites on real devices")
    group.addoption("--bench", metavar="FILE", type=Path, help="a TOML file: devices = [addresses]")
    group.addoption(
        "--hands",
        choices=("none", "ask"),
        default="none",
        help="ask: a person at the terminal pulls plugs and lays cards; none: skip what needs that",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Raises UsageError on a file that is no bench."""
    bench = config.getoption("bench", default=None)
    if bench is None:
        return
    if config.getoption("hands") == "ask" and config.getoption("numprocesses", default=None):
        raise pytest.UsageError("one person has two hands: --hands ask goes without --numprocesses")
    try:
        devices = tomllib.loads(bench.read_text(encoding="utf-8"))["devices"]
        for address in devices:
            resolve(address)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, DeviceError) as error:
        raise pytest.UsageError(f"--bench {bench}: {error!r}") from error
    config.stash[BENCH] = devices


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One run of a bench suite for each device of its kind."""
    if "bench_address" in metafunc.fixturenames:
        addresses = metafunc.config.stash.get(BENCH, [])
        here = [address for address in addresses if resolve(address)[0].kind is metafunc.cls.bench_kind]
        metafunc.parametrize("bench_address", here)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On the bench the simulator's suites stay away, and without one the bench's."""
    on_bench = BENCH in config.stash
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    other = [item for item in here if _has_device(item) is not on_bench or _is_empty(item)]
    if other:
        config.hook.pytest_deselected(items=other)
        items[:] = [item for item in items if item not in set(other)]
    if on_bench and config.getoption("hands") == "ask":
        for item in items:
            item.add_marker(pytest.mark.timeout(0))  # a person takes the time a person takes


def _has_device(item: pytest.Item) -> bool:
    return "bench_address" in getattr(item, "fixturenames", ())


def _is_empty(item: Any) -> bool:
    """A bench suite for which the bench has no device; pytest makes one test of it, to be skipped."""
    return _has_device(item) and item.callspec.params["bench_address"] not in item.config.stash.get(BENCH, [])


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Which driver was tried on which link, and how it did."""
    tried = {
        outcome: _drivers(terminalreporter.stats.get(outcome, ()))
        for outcome in ("passed", "failed", "error")
    }
    drivers = sorted(set().union(*tried.values()))
    if drivers:
        terminalreporter.section("drivers on their links")
    for driver in drivers:
        counts = (f"{tried[outcome][driver]} {outcome}" for outcome in tried if tried[outcome][driver])
        terminalreporter.line(f"{driver:<16} {', '.join(counts)}")


def _drivers(reports: Iterable[Any]) -> Counter[str]:
    """A file that could not be collected has a report without properties."""
    told = [dict(getattr(report, "user_properties", ())) for report in reports]
    return Counter(properties[DRIVER] for properties in told if DRIVER in properties)


@pytest.fixture
def ask(request: pytest.FixtureRequest) -> Callable[[str], None] | None:
    """Shows a sentence at the terminal, past pytest's capture, and waits for Enter."""
    if request.config.getoption("hands") == "none":
        return None
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def ask_there(sentence: str) -> None:
        capture.suspend(in_=True)
        try:
            sys.stdout.write(f"\n{sentence}\n[Enter when it is done] ")
            sys.stdout.flush()
            if not sys.stdin.readline():
                pytest.exit("nobody is there to be asked: run it with --hands none")
        finally:
            capture.resume()

    return ask_there
