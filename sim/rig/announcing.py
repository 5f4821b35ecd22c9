"""The file that tells other programs where the simulated devices are."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path


@contextlib.contextmanager
def announced(file: Path, devices: Mapping[str, object]) -> Iterator[None]:
    """The file is there whole or not at all, and goes in the end."""
    new = file.with_suffix(".new")
    new.write_text(json.dumps(devices, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    new.replace(file)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
