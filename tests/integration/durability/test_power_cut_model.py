"""What the disk of the power cuts keeps: known programs, known remains."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from benchmarks.durability.disk import taped
from benchmarks.durability.tape import Disk, Leaving, Useless

Run = Callable[[str], Disk]
BEGIN = """
import os, mmap, subprocess
opened = lambda name, *how: os.open(here + "/" + name, *how)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "old").write_bytes(b"before")
    return folder


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Run:
    """Runs a program in Python whose `here` is the folder; it dies at its end as by a kill."""

    def run(program: str) -> Disk:
        disk, tape = Disk.of(folder), tmp_path / "tape"
        begin = f"{BEGIN}\nhere = {str(folder)!r}\n"
        environment = os.environ | taped(folder, tape)
        subprocess.run([sys.executable, "-c", begin + program + "\nos._exit(0)"], env=environment, check=True)
        disk.play(tape)
        return disk

    return run


def left(disk: Disk, leaving: Leaving = Leaving.NOTHING, seed: int = 0) -> dict[str, bytes]:
    return {Path(name).name: content for name, content in disk.after_a_cut(leaving, Random(seed)).items()}


WRITE = "file = opened('old', os.O_RDWR); os.pwrite(file, b'AFTER', 0)"


@pytest.mark.parametrize(
    ("program", "remains"),
    [
        (WRITE, b"before"),
        (f"{WRITE}; os.fsync(file)", b"AFTERe"),
        (f"{WRITE}; os.fdatasync(file); os.pwrite(file, b'later', 0)", b"AFTERe"),
        (f"{WRITE}; os.ftruncate(file, 2); os.fsync(file)", b"AF"),
        ("file = opened('old', os.O_WRONLY | os.O_APPEND); os.write(file, b'!'); os.fsync(file)", b"before!"),
        ("file = opened('old', os.O_WRONLY | os.O_TRUNC); os.fsync(file)", b""),
        ("file = opened('old', os.O_WRONLY | os.O_TRUNC)", b"before"),
    ],
)
def test_only_synced_bytes_remain(run, program, remains) -> None:
    assert left(run(program)) == {"old": remains}


NEW = "file = opened('new', os.O_RDWR | os.O_CREAT, 0o600); os.write(file, b'new'); os.fsync(file)"
SYNC_FOLDER = "os.fsync(os.open(here, os.O_RDONLY))"


@pytest.mark.parametrize(
    ("program", "remains"),
    [
        (NEW, {"old": b"before"}),
        (f"{NEW}; {SYNC_FOLDER}", {"old": b"before", "new": b"new"}),
        ("os.unlink(here + '/old')", {"old": b"before"}),
        (f"os.unlink(here + '/old'); {SYNC_FOLDER}", {}),
        (f"{NEW}; os.replace(here + '/new', here + '/old')", {"old": b"before"}),
        (f"{NEW}; os.replace(here + '/new', here + '/old'); {SYNC_FOLDER}", {"old": b"new"}),
    ],
)
def test_only_names_of_a_synced_folder_remain(run, program, remains) -> None:
    assert left(run(program)) == remains


def test_unsynced_writes_may_remain_in_part(run) -> None:
    disk = run(
        "file = opened('old', os.O_RDWR); os.pwrite(file, b'x' * 1024, 0); os.pwrite(file, b'y' * 1024, 1024)"
    )
    whole = b"x" * 1024 + b"y" * 1024
    beginnings = {left(disk, Leaving.BEGINNING, seed)["old"] for seed in range(50)}
    assert beginnings == {b"before"[length:] + whole[:length] for length in (0, 512, 1024, 1536, 2048)}
    sectors = {left(disk, Leaving.ANY_SECTORS, seed)["old"] for seed in range(300)}
    assert len(sectors) == 2**4
    assert {b"before", whole, b"before" + bytes(1530) + b"y" * 512} <= sectors


def test_a_way_of_writing_that_is_not_told_makes_the_tape_useless(run) -> None:
    with pytest.raises(Useless, match="mmap"):
        run("file = opened('old', os.O_RDWR); mmap.mmap(file, 6)[0] = 65")


def test_a_change_behind_the_tape_is_noticed(run) -> None:
    behind = "subprocess.run(['tee', here + '/old'], input=b'other', env={}, check=True)"
    with pytest.raises(Useless, match="old"):
        run(f"{WRITE}; {behind}")
