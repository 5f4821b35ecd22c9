"""One run of the demo's story for all tests of this folder, with a canary as both citizens."""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from uuid import uuid4

import pytest

TOP = Path(__file__).parents[3]
MARK = "PAIHAO_STORY_TEST"


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """`out` is what the story leaves, `work` its work folder, kept for once, `elsewhere` temporary files
    and caches; `arguments` are the argument lists of all that ran meanwhile.
    """

    status: int
    told: str = field(repr=False)
    out: Path
    work: Path
    elsewhere: tuple[Path, ...]
    story: dict
    arguments: frozenset[str] = field(repr=False)
    mark: str

    def file(self, name: str) -> Path:
        return self.out / name


CANARIES = {
    "a": {
        "name": "金翯丝雀",
        "number": "44010619370217139X",
        "address": "广东省广州市天河区金丝雀巷七十七号",
        "card_number": "Q77441399",
    },
    "b": {
        "name": "燕隼鹮鸲",
        "number": "440106194811230269",
        "address": "广东省广州市天河区鹮鸲里八十八号",
        "card_number": "Q88440265",
    },
}


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("story")
    people = folder / "people.json"
    people.write_text(json.dumps(CANARIES, ensure_ascii=False))
    out, work, mark = folder / "out", folder / "work", uuid4().hex
    elsewhere = {"TMPDIR": folder / "tmp", "XDG_CACHE_HOME": folder / "cache"}
    for place in elsewhere.values():
        place.mkdir()
    program = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("paihao-sim")),
            "story",
            str(TOP / "halls/demo.toml"),
            "--out",
            str(out),
            "--people",
            str(people),
            "--work",
            str(work),
        ],
        cwd=TOP,
        env=os.environ | {MARK: mark} | {name: str(place) for name, place in elsewhere.items()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with ArgumentsSeen() as seen:
        try:
            told, _ = program.communicate(timeout=240)
        finally:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGTERM)
                program.communicate(timeout=20)
    story = out / "story.json"
    return Played(
        status=program.returncode,
        told=told,
        out=out,
        work=work,
        elsewhere=tuple(elsewhere.values()),
        story=json.loads(story.read_text()) if story.exists() else {},
        arguments=frozenset(seen.lines),
        mark=mark,
    )


class ArgumentsSeen:
    """Collects the argument lists of all processes of this machine, as anybody on it could."""

    def __init__(self) -> None:
        self.lines: set[str] = set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            for process in Path("/proc").glob("[0-9]*"):
                try:
                    line = (process / "cmdline").read_bytes()
                except OSError:
                    continue
                self.lines.add(line.replace(b"\0", b" ").decode(errors="replace"))


def carries(program: Path, mark: str) -> bool:
    """Whether a process in /proc inherited the mark of one run."""
    try:
        return f"{MARK}={mark}".encode() in (program / "environ").read_bytes()
    except OSError:
        return False
