"""What every test of a screen needs."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="module", autouse=True)
def _windows_of_a_file_die_with_it() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _qt_objects_die_here(_windows_of_a_file_die_with_it: None) -> Iterator[None]:
    """What a test leaves is garbage of its own time: to look through all there is takes ten times as long."""
    yield
    gc.collect(1)
