"""wall.toml: where this wall stands, whose windows it shows, and how it speaks."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from display.voice.hall import Plan, Zone
from display.voice.settings import DEFAULT_SPEAKER, MannerSettings, Window, speaker_address
from display.wall.legibility import Screen
from display.wall.standpoint import Direction, Standpoint
from queue_core.config import Contradiction, PathBeside, Section


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
        return Plan(zones=(zone,), manner=self.manner, bank=self.bank, leaves_others=True)


class ScreenSettings(Section):
    """How large the picture is, and from how far it must be read: the sizes of its letters follow."""

    diagonal_in: Annotated[float, Field(ge=10, le=600)] = 75.0
    viewing_m: Annotated[float, Field(ge=1, le=60)] = 15.0
    mode: Literal["day", "contrast"] = "day"
    fullscreen: bool = False

    @property
    def screen(self) -> Screen:
        return Screen(diagonal_in=self.diagonal_in, viewing_m=self.viewing_m)


class ArrowSettings(Section):
    """Which way the windows, or all windows of a place, lie from before this wall."""

    to: Direction
    windows: tuple[Annotated[int, Field(ge=1)], ...] = ()
    places: tuple[str, ...] = ()


class WallSettings(Section):
    """`windows` or `places` (codes of hall.toml's [[places]]): whose calls are shown; without both, all."""

    credential: PathBeside = Field(
        examples=["wall.credential.json"], description="made by `paihao enrol CODE --server URL --out FILE`"
    )
    language: Literal["zh-CN", "zh-Hant"] = Field(default="zh-CN", description="English stands below it")
    windows: tuple[Annotated[int, Field(ge=1)], ...] = ()
    places: tuple[str, ...] = ()
    arrows: tuple[ArrowSettings, ...] = ()
    screen: ScreenSettings = ScreenSettings()
    voice: VoiceSettings = VoiceSettings()

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """Two ways to one window or place."""
        arrows = document.get("arrows")
        for kind in ("windows", "places"):
            seen: set[object] = set()
            for nth, table in enumerate(arrows if isinstance(arrows, list) else ()):
                named = table.get(kind) if isinstance(table, dict) else None
                found = (
                    [one for one in named if isinstance(one, int | str)] if isinstance(named, list) else []
                )
                if twice := seen.intersection(found):
                    yield Contradiction(
                        location=("arrows", nth, kind),
                        problem=f"{next(iter(twice))} has an arrow already",
                        remedy="name each window and each place in one table of [[arrows]]",
                    )
                seen.update(found)

    @property
    def standpoint(self) -> Standpoint:
        return Standpoint(
            windows=frozenset(self.windows),
            places=frozenset(self.places),
            window_arrows={window: each.to for each in self.arrows for window in each.windows},
            place_arrows={place: each.to for each in self.arrows for place in each.places},
        )
