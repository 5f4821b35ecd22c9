"""Puts disk.c under a program: compiles it once and makes the environment that loads it."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_SOURCE = Path(__file__).with_name("disk.c")


class NoCompiler(RuntimeError):
    """A C file could not be compiled."""


def slow(delay_us: int) -> dict[str, str]:
    """The environment of a program whose fsync and fdatasync take so much longer; 0 is the bare machine."""
    return {"LD_PRELOAD": str(library()), "DISK_DELAY_US": str(delay_us)} if delay_us else {}


def taped(folder: Path, tape: Path, *, delay_us: int = 0) -> dict[str, str]:
    """The environment of a program whose doings below `folder` go to `tape`."""
    return {
        "LD_PRELOAD": str(library()),
        "DISK_DELAY_US": str(delay_us),
        "DISK_FOLDER": str(folder.resolve()),
        "DISK_TAPE": str(tape.resolve()),
    }


def library(source: Path = _SOURCE) -> Path:
    """A C file as a shared library, made when it is not there yet. Raises NoCompiler."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    made = Path(tempfile.gettempdir()) / f"paihao-{source.stem}-{os.getuid()}-{digest}.so"
    if made.exists() and made.stat().st_uid == os.getuid():
        return made
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise NoCompiler("there is no C compiler: run script/bootstrap, which installs gcc")
    part = made.with_suffix(f".{os.getpid()}")
    command = [compiler, "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", part, source, "-lpthread"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoCompiler(done.stderr)
    part.replace(made)
    return made
