"""Whether a clip bank has every word that a hall may need, said before the first call and not during it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from display.voice.errors import WordsMissing
from display.voice.manner import Manner
from display.voice.wording import words_of
from drivers.contract.errors import CannotOpen
from drivers.contract.speaker import Tongue
from drivers.transport import synthesizer
from drivers.transport.clip_bank import ClipBank

BUILT_IN = Path(__file__).parent / "clips"
WINDOWS = range(1, 200)
"""Their numbers take every word for numbers."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Of one language: words without a clip, and files that are no sound, each in a line."""

    tongue: Tongue
    words: tuple[str, ...]
    broken: tuple[str, ...]

    def __str__(self) -> str:
        words = (f"no clip for {', '.join(self.words)}",) if self.words else ()
        return f"[{self.tongue}] {'; '.join((*words, *self.broken))}"


def look_through(folder: Path, manner: Manner) -> tuple[Lacking, ...]:
    """What is lacking and will be said by the synthesizer; files are read now, so that none is during a call.

    Blocks for about a second. Raises WordsMissing where nobody would say it, Absent or CannotOpen where the
    bank is not there.
    """
    found = lacking(folder, manner.tongues, speed=manner.speed)
    silent = [each for each in found if each.broken or not synthesizer.is_there()]
    if silent:
        raise WordsMissing(map(str, silent))
    for each in found:
        _log.warning("words-synthesized", language=each.tongue, words=each.words)
    return found


def lacking(folder: Path, tongues: Sequence[Tongue], *, speed: float) -> tuple[Lacking, ...]:
    """Raises Absent or CannotOpen where the bank itself is not there."""
    bank = ClipBank.load(folder)
    found = [_of(bank, tongue, words_of(tongue, WINDOWS), speed) for tongue in tongues]
    return tuple(each for each in found if each.words or each.broken)


def unspeakable(
    folder: Path, words: Mapping[Tongue, Iterable[str]], *, speed: float
) -> dict[Tongue, set[str]]:
    """Those of `words` that nobody can say. Raises Absent or CannotOpen where the bank is not there."""
    bank = ClipBank.load(folder)
    return {
        tongue: {word for word in said if not _is_said(bank, tongue, word, speed)}
        for tongue, said in words.items()
    }


def _is_said(bank: ClipBank, tongue: Tongue, word: str, speed: float) -> bool:
    try:
        bank.clip(tongue, word, speed)
    except KeyError:
        return synthesizer.is_there()
    except CannotOpen:
        return False
    return True


def _of(bank: ClipBank, tongue: Tongue, words: frozenset[str], speed: float) -> Lacking:
    there = bank.words.get(tongue, {})
    broken = []
    for word in sorted(words & there.keys()):
        try:
            bank.clip(tongue, word, speed)
        except CannotOpen as error:
            broken.append(error.detail)
    return Lacking(tongue=tongue, words=tuple(sorted(words - there.keys())), broken=tuple(broken))
