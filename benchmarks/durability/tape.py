"""What a program did to its folder, as disk.c told it, and what a power cut leaves of that.

The model is the strictest a hall's disk may be: the bytes of a file are durable once that file was synced,
the names in a folder (made, renamed, removed) once the folder itself was synced. Of everything later, a cut
may leave nothing, the beginning in order with its last sector torn, or any sectors at all.
Folders themselves are taken as durable when made. Shared memory (`-shm`) dies with the power.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<ciQI")
_CREATED, _EMPTIED = 1, 2


class Useless(RuntimeError):
    """The program wrote in a way disk.c cannot tell, or the tape is not what stands in the folder."""


class Leaving(StrEnum):
    """What a cut leaves of what was written and not synced."""

    NOTHING = "nothing"
    BEGINNING = "the beginning"
    ANY_SECTORS = "any sectors"


class Act(NamedTuple):
    what: str
    fd: int
    number: int
    content: bytes


@dataclass(slots=True, eq=False)
class File:
    """`now` is what the program reads, `durable` what was synced, `unsynced` what lies between, in order."""

    now: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    unsynced: list[Act] = field(default_factory=list)

    def change(self, act: Act) -> None:
        _apply(self.now, act)
        self.unsynced.append(act)

    def sync(self) -> None:
        self.durable = bytes(self.now)
        self.unsynced.clear()


@dataclass(slots=True)
class Disk:
    """`names` as the program sees them, `durable_names` as a cut finds them."""

    folder: Path
    names: dict[str, File] = field(default_factory=dict)
    durable_names: dict[str, File] = field(default_factory=dict)
    _open: dict[int, str | File] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """As the folder stands now, all of it durable."""
        disk = cls(folder.resolve())
        for path in filter(Path.is_file, disk.folder.rglob("*")):
            content = path.read_bytes()
            disk.names[str(path)] = File(bytearray(content), content)
        disk.durable_names = dict(disk.names)
        return disk

    def play(self, tape: Path) -> None:
        """Let everything on the tape happen. Raises Useless, also when the folder is not what it says.

        The last act may or may not have been done when the program was killed; only a sync is told when done.
        """
        last: Act | None = None
        for act in _acts(tape):
            if last is not None:
                self._do(last)
            last = act
        if last is not None and (last.what == "S" or self._differs()):
            self._do(last)
        if differing := self._differs():
            raise Useless(f"the tape does not tell all: {', '.join(sorted(differing))}")

    def after_a_cut(self, leaving: Leaving, chance: Random) -> dict[str, bytes]:
        """The files, by path, as they are found when the power is back."""
        return {
            name: _left(file, leaving, chance)
            for name, file in self.durable_names.items()
            if not name.endswith("-shm")
        }

    def _do(self, act: Act) -> None:
        match act.what:
            case "O":
                self._opened(act)
            case "W" | "T":
                self._file(act.fd).change(act)
            case "S":
                self._sync(self._open[act.fd])
            case "U":
                self.names.pop(act.content.decode(), None)
            case "R":
                source, target = act.content.decode().split("\0")
                self.names[target] = self.names.pop(source)
            case _:
                raise Useless(f"the program used {act.content.decode()}, which is not told")

    def _opened(self, act: Act) -> None:
        path = act.content.decode()
        if act.number & _CREATED:
            self.names[path] = File()
        self._open[act.fd] = self.names.get(path, path)
        if act.number & _EMPTIED and not act.number & _CREATED:
            self._file(act.fd).change(Act("T", act.fd, 0, b""))

    def _file(self, fd: int) -> File:
        file = self._open[fd]
        if isinstance(file, str):
            raise Useless(f"{file} was written without being there")
        return file

    def _sync(self, what: str | File) -> None:
        if isinstance(what, File):
            what.sync()
            return
        here = {name: file for name, file in self.names.items() if str(Path(name).parent) == what}
        elsewhere = {
            name: file for name, file in self.durable_names.items() if str(Path(name).parent) != what
        }
        self.durable_names = elsewhere | here

    def _differs(self) -> set[str]:
        """Names whose content in the folder is not what the tape makes of it."""
        found = {str(path): path for path in self.folder.rglob("*") if path.is_file()}
        there = {name: path.read_bytes() for name, path in found.items() if not name.endswith("-shm")}
        told = {name: bytes(file.now) for name, file in self.names.items() if not name.endswith("-shm")}
        return {name for name in there.keys() | told.keys() if there.get(name, b"") != told.get(name, b"")}


def put(files: dict[str, bytes], folder: Path) -> None:
    """Make the folder hold these files and no others."""
    for path in filter(Path.is_file, folder.resolve().rglob("*")):
        path.unlink()
    for name, content in files.items():
        path = Path(name)
        path.touch(mode=0o600)
        path.write_bytes(content)


def _acts(tape: Path) -> Iterator[Act]:
    """All acts in order; a torn last one was never done."""
    told = memoryview(tape.read_bytes())
    at = 0
    while at + _HEAD.size <= len(told):
        what, fd, number, length = _HEAD.unpack_from(told, at)
        at += _HEAD.size
        if at + length > len(told):
            return
        yield Act(what.decode(), fd, number, bytes(told[at : at + length]))
        at += length


def _left(file: File, leaving: Leaving, chance: Random) -> bytes:
    content = bytearray(file.durable)
    match leaving:
        case Leaving.NOTHING:
            kept: list[Act] = []
        case Leaving.BEGINNING:
            kept = list(_beginning(file.unsynced, chance))
        case Leaving.ANY_SECTORS:
            kept = [piece for act in file.unsynced for piece in _pieces(act) if chance.random() < 0.5]  # noqa: PLR2004 as often as not
    for act in kept:
        _apply(content, act)
    return bytes(content)


def _beginning(acts: list[Act], chance: Random) -> Iterator[Act]:
    whole = chance.randint(0, len(acts))
    yield from acts[:whole]
    if whole < len(acts):
        pieces = list(_pieces(acts[whole]))
        yield from pieces[: chance.randint(0, len(pieces) - 1)]


def _pieces(act: Act) -> Iterator[Act]:
    """The sectors a write touches; a change of size is one piece."""
    if act.what == "T" or not act.content:
        yield act
        return
    at = 0
    while at < len(act.content):
        until = at + SECTOR - (act.number + at) % SECTOR
        yield Act("W", act.fd, act.number + at, act.content[at:until])
        at = until


def _apply(content: bytearray, act: Act) -> None:
    if act.what == "T":
        del content[act.number :]
        content.extend(bytes(act.number - len(content)))
        return
    content.extend(bytes(max(0, act.number - len(content))))
    content[act.number : act.number + len(act.content)] = act.content
