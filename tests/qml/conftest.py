"""What every test of a screen needs."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _qt_objects_die_here() -> Iterator[None]:
    """Threads of later tests collect garbage as well, and a Qt object must die on the thread it lived on."""
    yield
    gc.collect()
