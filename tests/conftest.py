"""Fixtures that several folders share."""

import os
from collections.abc import Iterator

import pytest

from sim.rig import PrivatePcscd


@pytest.fixture(scope="session")
def one_pcscd() -> Iterator[PrivatePcscd]:
    """One a process: libpcsclite remembers the first socket name it was given."""
    with PrivatePcscd() as pcscd:
        os.environ.update(pcscd.environment)
        yield pcscd


@pytest.fixture
def private_pcscd(one_pcscd: PrivatePcscd) -> Iterator[PrivatePcscd]:
    """Two empty readers on a running pcscd, whatever the last test did to it."""
    one_pcscd.start()
    yield one_pcscd
    for slot in one_pcscd.slots:
        slot.lift()
