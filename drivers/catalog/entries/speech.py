"""Loudspeakers."""

from drivers.catalog.entry import Entry, Option, seconds, whole
from drivers.contract.device import Kind

_BANK = Option(
    name="bank",
    default="",
    parse=str,
    meaning="the folder of recorded words, with words.toml; without it espeak-ng says everything",
)
_LOUDNESS = Option(name="loudness", default=100, parse=whole(0, 100), meaning="at the start, in per cent")
_LOOK_EVERY = Option(
    name="look_every_s",
    default=5.0,
    parse=seconds(60),
    meaning="how long between two looks whether it can be heard: nothing else tells of a pulled plug",
)
_ANSWER_WITHIN = Option(
    name="answer_within_s",
    default=5.0,
    parse=seconds(30),
    meaning="how long the sound system may take to answer",
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="clips+sound",
        kind=Kind.SPEAKER,
        module="drivers.catalog.clips_speaker",
        title="loudspeaker of this computer (PulseAudio, PipeWire or ALSA), recorded words",
        example="clips+sound://default",
        options=(_BANK, _LOUDNESS, _LOOK_EVERY, _ANSWER_WITHIN),
    ),
    Entry(
        scheme="clips+file",
        kind=Kind.SPEAKER,
        module="drivers.catalog.clips_speaker",
        title="a folder that keeps each sentence as a WAV file",
        example="clips+file:///var/lib/paihao/spoken",
        options=(_BANK, _LOUDNESS, _LOOK_EVERY),
    ),
)
