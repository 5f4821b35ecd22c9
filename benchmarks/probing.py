"""Runs a measurement in a process of its own, on the disk it is to have; it prints one JSON object."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from benchmarks.durability.disk import slow

NATIVE, SLOW = "native", "1 ms"
DELAY_US = {NATIVE: 0, SLOW: 1_000}


def probe(
    module: str,
    disk: str,
    *arguments: object,
    within_s: float = 900,
    environment: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """`environment` comes on top. RuntimeError with what it wrote to stderr when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)],
        env=os.environ | slow(DELAY_US[disk]) | dict(environment or {}),
        capture_output=True,
        text=True,
        timeout=within_s,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stderr[-3000:]}")
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
