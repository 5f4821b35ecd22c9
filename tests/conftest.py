"""Fixtures that several folders share."""

import gc
import os
from asyncio.selector_events import _SelectorTransport
from collections.abc import Iterator
from functools import cache, partialmethod
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from sim.rig import PrivatePcscd

TESTS_BETWEEN_COLLECTIONS = 250
USUAL_S = 60

# A machine that is busy with other things fails nothing; who has time tries more.
settings.register_profile("paihao", deadline=None, max_examples=1000 if os.environ.get("PAIHAO_SOAK") else 60)
settings.load_profile("paihao")

# A Qt object must die on the thread it lived on, but garbage is collected on whatever thread allocates:
# here only between tests, on the main one.
gc.disable()
_finished = 0


def pytest_collection_finish() -> None:
    """What is imported by now stays: without it, a look for garbage costs a tenth of what it did."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    global _finished  # noqa: PLW0603 - hooks of a module have no other place to count
    _finished += 1
    if _finished % TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


@pytest.fixture(scope="module", autouse=True)
def _what_is_left_open_is_told_in_its_own_file() -> Iterator[None]:
    """Looks only through what has come since the end of the file before: that costs little."""
    yield
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def _connections_tell_who_opened_them() -> Iterator[None]:
    """One that is found open names the test that left it so."""
    begin, show = _SelectorTransport.__init__, _SelectorTransport.__repr__

    def begin_in_a_test(connection: _SelectorTransport, *what: object, **more: object) -> None:
        begin(connection, *what, **more)
        connection._extra["opened in"] = os.environ.get("PYTEST_CURRENT_TEST")

    def show_the_test(connection: _SelectorTransport) -> str:
        extra = getattr(connection, "_extra", {})
        return f"{show(connection)} opened in {extra.get('opened in')}"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_SelectorTransport, "__init__", begin_in_a_test)
        patch.setattr(_SelectorTransport, "__repr__", show_the_test)
        yield


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Each pass of script/test imports only what it runs: importing all takes a core half a minute."""
    wanted = {"mocked_input": True, "not mocked_input": False}.get(config.option.markexpr)
    is_code = collection_path.is_dir() or collection_path.match("test_*.py")
    return None if wanted is None or not is_code or wanted in _kinds(collection_path) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = _spread(items)


def _spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """Files of tests that may take long, apart from one another; at the end such as take little.

    The long ones start many programs: beside one another they would be slow. Whatever is long and comes last
    keeps one worker busy while the others have nothing to do.
    """
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    long = [file for file in files.values() if _may_take_s(file[0]) > USUAL_S]
    order = [file for file in files.values() if _may_take_s(file[0]) <= USUAL_S]
    short = [file for file in order if "unit" in file[0].path.parts]
    last = short[len(short) // 2 :]
    order = [file for file in order if file not in last]
    apart = len(order) // (len(long) + 1)
    for nth, file in enumerate(long):
        order.insert(nth * (apart + 1), file)
    return list(chain.from_iterable(order + last))


def _may_take_s(item: pytest.Item) -> float:
    limit = item.get_closest_marker("timeout")
    return limit.args[0] if limit else USUAL_S


def _kinds(path: Path) -> set[bool]:
    """Whether tests of a file or folder need mocked input: those that do, those that do not, or both."""
    modules = path.rglob("test_*.py") if path.is_dir() else [path]
    return set().union(*(_kinds_of_module(module) for module in modules))


@cache
def _kinds_of_module(module: Path) -> frozenset[bool]:
    """By its text, so that what need not run is not even imported."""
    text = module.read_bytes()
    if b"pytestmark = pytest.mark.mocked_input" in text:
        return frozenset({True})
    return frozenset({True, False} if b"pytest.mark.mocked_input" in text else {False})


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_cheap() -> Iterator[None]:
    """A hash is made to take a fifth of a second: in halls that are programs, not in those inside a test."""
    with pytest.MonkeyPatch.context() as patch:
        cheap = partialmethod(PasswordHasher.__init__, time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(PasswordHasher, "__init__", cheap)
        yield


@pytest.fixture(scope="session", autouse=True)
def pcsc_home() -> Iterator[Path]:
    """Where this process looks for pcscd, whether one runs or not.

    libpcsclite remembers the socket name of the first PC/SC call. A device opened by a test that needs no
    pcscd would fix it on the machine's own, and hide the private one from every test after it.
    """
    with TemporaryDirectory(prefix="paihao-pcsc-") as folder, pytest.MonkeyPatch.context() as patch:
        home = Path(folder)
        for name, value in PrivatePcscd(home=home).environment.items():
            patch.setenv(name, value)
        yield home


@pytest.fixture(scope="session")
def one_pcscd(pcsc_home: Path) -> Iterator[PrivatePcscd]:
    """One a process, at the only place where its libpcsclite looks."""
    with PrivatePcscd(home=pcsc_home) as pcscd:
        yield pcscd


@pytest.fixture
def private_pcscd(one_pcscd: PrivatePcscd) -> PrivatePcscd:
    """Two empty readers on a fresh pcscd, which takes less than one that is to notice how cards went."""
    one_pcscd.kill()
    for slot in one_pcscd.slots:
        slot.lift()
    one_pcscd.start()
    return one_pcscd
