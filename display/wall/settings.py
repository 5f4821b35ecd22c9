"""wall.toml: where this wall belongs, and how it speaks."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import AfterValidator, Field

from display import voice
from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.runtime.opening import require
from queue_core.config import PathBeside, Section, WriteInstead

BUILT_IN_CLIPS = Path(voice.__file__).parent / "clips"


def _speaker(address: str) -> str:
    if address:
        try:
            _, resolved = require(address, Kind.SPEAKER)
        except BadAddress as error:
            raise WriteInstead(error.detail, 'write like speaker = "clips+sound://default"') from error
        if resolved.word("bank"):
            raise WriteInstead("the bank of clips stands beside the speaker", 'write clips = "FOLDER"')
    return address


class VoiceSettings(Section):
    """`speaker = ""` leaves speaking to another wall of the hall."""

    speaker: Annotated[str, AfterValidator(_speaker)] = Field(
        default="clips+sound://default", examples=["clips+sound://default"]
    )
    clips: PathBeside | None = Field(default=None, description="a folder with the hall's own announcer")
    chime: bool = True

    @property
    def address(self) -> str | None:
        """The speaker with its clips; None where this wall is silent."""
        if not self.speaker:
            return None
        bank = quote(str(self.clips or BUILT_IN_CLIPS))
        return f"{self.speaker}{'&' if '?' in self.speaker else '?'}bank={bank}"


class ScreenSettings(Section):
    mode: Literal["day", "contrast"] = "day"
    fullscreen: bool = False


class WallSettings(Section):
    credential: PathBeside = Field(
        examples=["wall.credential.json"], description="made by `paihao enrol CODE --server URL --out FILE`"
    )
    screen: ScreenSettings = ScreenSettings()
    voice: VoiceSettings = VoiceSettings()
