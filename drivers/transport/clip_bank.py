"""A folder of recorded words: `words.toml` says which word of which language is in which file.

    [zh-CN]
    "请" = "please"        # zh-CN/please.flac, or .wav, .mp3, .ogg; mono or stereo, any rate

`chime.flac` (or another of those) beside it is the tone before a call.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import miniaudio

from drivers.contract.errors import Absent, CannotOpen
from drivers.contract.speaker import Tongue
from drivers.protocol.sound import RATE, Samples
from drivers.protocol.stretching import stretched

INDEX = "words.toml"
CHIME = "chime"
ENDINGS = (".flac", ".wav", ".mp3", ".ogg")


class ClipBank:
    """The words that have a file. A file is decoded when it is first spoken, and kept by the program."""

    def __init__(self, words: Mapping[Tongue, Mapping[str, Path]], chime: Path | None) -> None:
        self.words = words
        self._chime = chime

    @classmethod
    def empty(cls) -> "ClipBank":
        return cls({}, None)

    @classmethod
    def load(cls, folder: Path) -> "ClipBank":
        """Raises Absent or CannotOpen when the folder or its index is not there or not as described."""
        try:
            with (folder / INDEX).open("rb") as file:
                index = tomllib.load(file)
            words = {_tongue(name): _files(folder / name, table) for name, table in index.items()}
        except FileNotFoundError as error:
            raise Absent(f"no clip bank at {folder}: {INDEX} is missing") from error
        except (OSError, ValueError) as error:  # not UTF-8, not TOML, or not as described
            raise CannotOpen(f"{folder / INDEX}: {error}") from error
        return cls(MappingProxyType(words), _file(folder / CHIME))

    def tongues(self) -> frozenset[Tongue]:
        return frozenset(tongue for tongue, words in self.words.items() if words)

    def clip(self, tongue: Tongue, word: str, speed: float = 1.0) -> Samples:
        """Blocks for some 20 ms the first time. Raises KeyError without a clip, or CannotOpen."""
        return _decoded(self.words[tongue][word], speed)

    def chime(self) -> Samples:
        """Nothing where the bank has none."""
        return b"" if self._chime is None else _decoded(self._chime, 1.0)


@cache
def _decoded(path: Path, speed: float) -> Samples:
    """All words of a bank are some 5 MB at one speed; a program speaks at two at most."""
    if speed != 1:
        return stretched(_decoded(path, 1.0), speed)
    try:
        sound = miniaudio.decode_file(str(path), miniaudio.SampleFormat.SIGNED16, 1, RATE)
    except (miniaudio.MiniaudioError, OSError) as error:
        raise CannotOpen(f"{path} is not a sound: {error}") from error
    samples: Samples = sound.samples.tobytes()
    return samples


def _tongue(name: str) -> Tongue:
    """Raises ValueError."""
    if name not in set(Tongue):
        raise ValueError(f"[{name}] is no language; there are {', '.join(Tongue)}")
    return Tongue(name)


def _files(folder: Path, table: Any) -> Mapping[str, Path]:
    """Words without a file are left to the synthesizer. Raises ValueError."""
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        raise ValueError(f'[{folder.name}] must hold lines like "请" = "please"')
    found = {word: _file(folder / name) for word, name in table.items()}
    return MappingProxyType({word: path for word, path in found.items() if path is not None})


def _file(stem: Path) -> Path | None:
    return next((path for ending in ENDINGS if (path := stem.with_name(stem.name + ending)).is_file()), None)
