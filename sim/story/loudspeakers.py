"""What came out of a story's loudspeakers, word by word: an ear that knows the announcer's recordings.

A sentence is made of recorded words that follow each other unaltered. So a word was said where a piece of its
recording stands among the samples that came out. Knows nothing of calls.
"""

import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

import miniaudio

from sim.rig.sound import RATE, NullSink

CLIPS = Path(__file__).parents[2] / "display" / "voice" / "clips"
_PIECE = 96
"""Samples of a word that are looked for, from where it is loudest on."""
_BYTES = 2
_TONGUES = ("zh-CN", "yue", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """`at_s` is when it began, by time.monotonic()."""

    at_s: float
    text: str
    tongue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A number that was said to be awaited at a window."""

    at_s: float
    number: str
    window: int
    tongue: str


class Loudspeaker:
    """One sound system with a loudspeaker, of one computer of the hall."""

    def __init__(self) -> None:
        self._sink = NullSink()
        self._begun_s = float("inf")

    @property
    def environment(self) -> dict[str, str]:
        return self._sink.environment

    @property
    def is_silent(self) -> bool:
        """Nothing was heard for the last second."""
        tail = self._sink.heard[-RATE:]
        return max(map(abs, tail), default=0) == 0

    def announced(self) -> list[Announced]:
        """All numbers that were called so far, in order."""
        heard = self._sink.heard
        self._note(len(heard))
        return announced_in(heard.tobytes(), self._begun_s)

    def _note(self, samples: int) -> None:
        """The recording is late by the way through the sound system: its earliest beginning counts."""
        self._begun_s = min(self._begun_s, time.monotonic() - samples / RATE)

    def __enter__(self) -> Self:
        self._sink.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sink.__exit__(kind, error, trace)


def announced_in(sound: bytes, begun_s: float) -> list[Announced]:
    """The numbers called in samples of 16 bit that began at an instant."""
    found = []
    for tongue, run in groupby(words_in(sound, begun_s), lambda word: word.tongue):
        words = list(run)
        found += list(_english(words) if tongue == "en" else _chinese(words))
    return found


def words_in(sound: bytes, begun_s: float) -> list[Word]:
    """Every recorded word, in order."""
    found = [
        Word(at_s=begun_s + (at - offset) / RATE, text=text, tongue=tongue)
        for tongue, text, offset, piece in _pieces()
        for at in _places(sound, piece)
    ]
    return sorted(found, key=lambda word: word.at_s)


def _places(sound: bytes, piece: bytes) -> Iterator[int]:
    """Where the piece begins, in samples."""
    at = sound.find(piece)
    while at >= 0:
        if at % _BYTES == 0:
            yield at // _BYTES
        at = sound.find(piece, at + 1)


@cache
def _pieces() -> tuple[tuple[str, str, int, bytes], ...]:
    """Of each word of each tongue: how far in the piece begins, in samples, and the piece."""
    index: Mapping[str, Mapping[str, str]] = tomllib.loads((CLIPS / "words.toml").read_text())
    return tuple(
        (tongue, text, *_loudest(CLIPS / tongue / f"{file}.flac"))
        for tongue in _TONGUES
        for text, file in index[tongue].items()
        if (CLIPS / tongue / f"{file}.flac").exists()
    )


def _loudest(file: Path) -> tuple[int, bytes]:
    samples = miniaudio.decode_file(str(file), miniaudio.SampleFormat.SIGNED16, 1, RATE).samples
    at = max(range(len(samples) - _PIECE), key=lambda place: abs(samples[place]))
    return at, samples[at : at + _PIECE].tobytes()


_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")}


def _chinese(words: list[Word]) -> Iterator[Announced]:
    """… 零 一 二 号 到 三 号窗口 …: the number's signs stand before 号, the window's before 号窗口."""
    number, window, begun_s = "", "", 0.0
    for word in words:
        match word.text:
            case "请" | "办理业务":
                number = window = ""
            case "号":
                number, window = window, ""
            case "到":
                window = ""
            case "号窗口":
                yield Announced(at_s=begun_s, number=number, window=_count(window), tongue=word.tongue)
                number = window = ""
            case text:
                begun_s = begun_s if number or window else word.at_s
                window += _DIGITS.get(text, text)


def _count(signs: str) -> int:
    """十二 as 十2 is 12, 2十 is 20."""
    tens, ten, ones = signs.rpartition("十")
    return int(signs) if not ten else int(tens or 1) * 10 + int(ones or 0)


_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ENGLISH = {word: str(value) for value, word in enumerate(_ONES)}


def _english(words: list[Word]) -> Iterator[Announced]:
    """Ticket zero one two, please go to window three."""
    number, begun_s, is_window = "", 0.0, False
    for word in words:
        match word.text:
            case "ticket":
                number, begun_s, is_window = "", word.at_s, False
            case "please go to window":
                is_window = True
            case text if is_window and text in _ENGLISH:
                window = int(_ENGLISH[text])
                yield Announced(at_s=begun_s, number=number, window=window, tongue=word.tongue)
                is_window = False
            case text:
                number += _ENGLISH.get(text, text)
