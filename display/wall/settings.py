"""wall.toml: where this wall belongs, and how it speaks."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from queue_core.config import Contradiction, PathBeside, Section


class VoiceOutput(StrEnum):
    SOUND = "sound"
    FOLDER = "folder"
    NONE = "none"


class VoiceSettings(Section):
    """`none` leaves speaking to another wall of the hall."""

    output: VoiceOutput = Field(default=VoiceOutput.SOUND, examples=["sound"])
    folder: PathBeside | None = Field(default=None, examples=["spoken"])


class ScreenSettings(Section):
    mode: Literal["day", "contrast"] = "day"
    fullscreen: bool = False


class WallSettings(Section):
    credential: PathBeside = Field(
        examples=["wall.credential.json"], description="made by `paihao enrol CODE --server URL --out FILE`"
    )
    screen: ScreenSettings = ScreenSettings()
    voice: VoiceSettings = VoiceSettings()

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterator[Contradiction]:
        voice = document.get("voice")
        if isinstance(voice, dict) and voice.get("output") == VoiceOutput.FOLDER and "folder" not in voice:
            yield Contradiction(
                location=("voice", "output"),
                problem='the output "folder" needs a folder',
                remedy='add `folder = "spoken"`',
            )
