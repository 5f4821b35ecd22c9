"""The kind speaker 语音播报: says sentences aloud, one after the other, from clips or a synthesizer."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from drivers.contract.device import Device, Kind


class Tongue(StrEnum):
    """The spoken languages, by language tag."""

    MANDARIN = "zh-CN"
    CANTONESE = "yue"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A sentence in words a clip bank may have.

    `words` are joined in their order; a comma or full stop is a pause. `chime`: a tone goes before it.
    `speed` is how much quicker than recorded, 0.7 … 1.5, at the same pitch; the tone stays as it is.
    """

    words: tuple[str, ...]
    tongue: Tongue
    chime: bool = False
    speed: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCapabilities:
    """`clips`: the languages that have a clip bank. `synthesizer`: what no clip has can still be said."""

    clips: frozenset[Tongue]
    synthesizer: bool


class Speaker(Device):
    """Says one utterance at a time, in the order they were asked for."""

    kind = Kind.SPEAKER

    @property
    @abstractmethod
    def capabilities(self) -> SpeakerCapabilities: ...

    @abstractmethod
    async def say(self, utterance: Utterance) -> None:
        """Returns when it was heard to its end. Cancelling drops it, or breaks it off with a short fade.

        Raises Unspeakable, SoundRefused, LinkLost or TimedOut.
        """

    @abstractmethod
    async def set_loudness(self, loudness: float) -> None:
        """0 silent … 1 full; takes effect at once, also on what is being said."""
