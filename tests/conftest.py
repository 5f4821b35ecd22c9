"""Fixtures that several folders share."""

import gc
import os
from collections.abc import Iterator

import pytest

from sim.rig import PrivatePcscd

TESTS_BETWEEN_COLLECTIONS = 100

# A Qt object must die on the thread it lived on, but garbage is collected on whatever thread allocates:
# here only between tests, on the main one.
gc.disable()
_finished = 0


def pytest_runtest_logfinish() -> None:
    global _finished  # noqa: PLW0603 - hooks of a module have no other place to count
    _finished += 1
    if _finished % TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


@pytest.fixture(scope="session")
def one_pcscd() -> Iterator[PrivatePcscd]:
    """One a process: libpcsclite remembers the first socket name it was given."""
    with PrivatePcscd() as pcscd:
        os.environ.update(pcscd.environment)
        yield pcscd


@pytest.fixture
def private_pcscd(one_pcscd: PrivatePcscd) -> PrivatePcscd:
    """Two empty readers on a fresh pcscd, which takes less than one that is to notice how cards went."""
    one_pcscd.kill()
    for slot in one_pcscd.slots:
        slot.lift()
    one_pcscd.start()
    return one_pcscd
