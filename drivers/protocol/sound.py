"""Samples of speech, joined and wrapped. Mono, 16 bit, 24,000 a second throughout; no I/O."""

import wave
from array import array
from collections.abc import Iterable
from io import BytesIO
from itertools import groupby

RATE = 24_000
SAMPLE_BYTES = 2
LONGEST_S = 120
PAUSES_S = {",": 0.2, "，": 0.2, "、": 0.2, ".": 0.4, "。": 0.4}

Samples = bytes
"""Of one sound, in this machine's byte order."""


def silence(for_s: float) -> Samples:
    return bytes(round(for_s * RATE) * SAMPLE_BYTES)


def joined(parts: Iterable[Samples]) -> Samples:
    """One after the other; what goes beyond two minutes is cut off."""
    return b"".join(parts)[: LONGEST_S * RATE * SAMPLE_BYTES]


def quieter(samples: Samples, loudness: float) -> Samples:
    """`loudness` 0 … 1; squared, since ears hear ratios: a half sounds about half as loud."""
    factor = loudness * loudness
    return (
        samples if factor >= 1 else array("h", (int(each * factor) for each in array("h", samples))).tobytes()
    )


def faded(samples: Samples) -> Samples:
    """From full to silence over its length, so that a sound that is broken off does not click."""
    ramp = array("h", samples)
    return array("h", (each * (len(ramp) - at) // len(ramp) for at, each in enumerate(ramp))).tobytes()


def as_wav(samples: Samples) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(RATE)
        sound.writeframes(samples)
    return file.getvalue()


def in_one_breath(words: Iterable[str], spoken: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of words: each with a clip alone, and those in a row that have none together.

    `spoken` are the words that have a clip; a pause stands alone as well.
    """
    alone = frozenset(spoken) | PAUSES_S.keys()
    groups: list[tuple[str, ...]] = []
    for is_alone, run in groupby(words, alone.__contains__):
        together = tuple(run)
        groups += [(word,) for word in together] if is_alone else [together]
    return groups
