"""wall.toml: where this wall belongs, and how it speaks."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from display.voice.hall import Plan, Zone
from display.voice.settings import DEFAULT_SPEAKER, MannerSettings, Window, speaker_address
from queue_core.config import PathBeside, Section


def _speaker(address: str) -> str:
    return speaker_address(address) if address else address


class VoiceSettings(MannerSettings):
    """`speaker = ""` leaves speaking to another voice of the hall. Without `windows` it speaks for all."""

    speaker: Annotated[str, AfterValidator(_speaker)] = Field(
        default=DEFAULT_SPEAKER, examples=[DEFAULT_SPEAKER]
    )
    windows: tuple[Window, ...] = ()

    @property
    def plan(self) -> Plan | None:
        """One zone, whose other windows are spoken for elsewhere; None where this wall is silent."""
        if not self.speaker:
            return None
        zone = Zone(
            name="wall", address=self.with_clips(self.speaker), windows=frozenset(self.windows) or None
        )
        return Plan(zones=(zone,), manner=self.manner, leaves_others=True)


class ScreenSettings(Section):
    mode: Literal["day", "contrast"] = "day"
    fullscreen: bool = False


class WallSettings(Section):
    credential: PathBeside = Field(
        examples=["wall.credential.json"], description="made by `paihao enrol CODE --server URL --out FILE`"
    )
    screen: ScreenSettings = ScreenSettings()
    voice: VoiceSettings = VoiceSettings()
