"""How a voice is written in a file: `[voice]` of wall.toml, and all of voice.toml."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import AfterValidator, Field, PlainValidator

from display.voice.bank import BUILT_IN
from display.voice.hall import Plan, Zone
from display.voice.manner import HURRIED_SPEED, Hours, LoudnessHours, Manner, Plays, QuietHours
from display.voice.wording import TONGUES
from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.contract.speaker import Tongue
from drivers.protocol.stretching import QUICKEST, SLOWEST
from drivers.runtime.opening import require
from queue_core.config import Contradiction, PathBeside, Section, WriteInstead

DEFAULT_SPEAKER = "clips+sound://default"


def speaker_address(address: str) -> str:
    """As a validator. Raises WriteInstead unless it is a speaker's, without a bank."""
    try:
        _, resolved = require(address, Kind.SPEAKER)
    except BadAddress as error:
        raise WriteInstead(error.detail, f'write like speaker = "{DEFAULT_SPEAKER}"') from error
    if resolved.word("bank"):
        raise WriteInstead("the bank of clips stands beside the speaker", 'write clips = "FOLDER"')
    return address


def _hours(text: object) -> Hours:
    try:
        return Hours.parse(str(text))
    except ValueError as error:
        raise WriteInstead(str(error), 'write hours such as "12:00-14:00" or "20:00-07:00"') from error


def _each_once(tongues: tuple[Tongue, ...]) -> tuple[Tongue, ...]:
    if len(set(tongues)) != len(tongues) or not tongues:
        problem = "each language stands once, and one at least"
        raise WriteInstead(problem, f"write {', '.join(TONGUES)}, or fewer of them")
    return tongues


WrittenHours = Annotated[Hours, PlainValidator(_hours)]
Speed = Annotated[float, Field(ge=SLOWEST, le=QUICKEST)]
Window = Annotated[int, Field(ge=1)]


class QuietSettings(Section):
    """Hours in which calls are not spoken; their time to come counts from the call then."""

    hours: WrittenHours
    plays: Plays = Plays.CHIME


class LoudnessSettings(Section):
    hours: WrittenHours
    percent: Annotated[int, Field(ge=0, le=100)]


class MannerSettings(Section):
    """`languages` in the order in which they are spoken, the first of them for every call.

    `hurried_speed` is that of sentences while others wait for the speaker.
    """

    clips: PathBeside | None = Field(default=None, description="a folder with the hall's own announcer")
    chime: bool = True
    languages: Annotated[tuple[Tongue, ...], AfterValidator(_each_once)] = TONGUES
    speed: Speed = 1.0
    hurried_speed: Speed = HURRIED_SPEED
    quiet: tuple[QuietSettings, ...] = ()
    loudness: tuple[LoudnessSettings, ...] = ()

    @property
    def bank(self) -> Path:
        return self.clips or BUILT_IN

    @property
    def manner(self) -> Manner:
        return Manner(
            tongues=self.languages,
            chimes=self.chime,
            speed=self.speed,
            hurried_speed=self.hurried_speed,
            quiet=tuple(QuietHours(hours=each.hours, plays=each.plays) for each in self.quiet),
            loudness=tuple(
                LoudnessHours(hours=each.hours, loudness=each.percent / 100) for each in self.loudness
            ),
        )

    def with_clips(self, speaker: str) -> str:
        """The speaker's address with the bank it speaks from."""
        return f"{speaker}{'&' if '?' in speaker else '?'}bank={quote(str(self.bank))}"


class ZoneSettings(Section):
    """What is heard over one speaker. Without `windows` it is the only zone, and speaks for all."""

    name: str = ""
    windows: tuple[Window, ...] = ()
    speaker: Annotated[str, AfterValidator(speaker_address)] = Field(
        default=DEFAULT_SPEAKER, examples=[DEFAULT_SPEAKER]
    )
    place: str = Field(default="", description="code of the place in hall.toml where it is heard")


class VoiceSettings(MannerSettings):
    """voice.toml. `elsewhere`: windows for which another computer speaks."""

    credential: PathBeside = Field(
        examples=["voice.credential.json"], description="made by `paihao enrol CODE --server URL --out FILE`"
    )
    zones: Annotated[tuple[ZoneSettings, ...], Field(min_length=1)] = (ZoneSettings(),)
    elsewhere: tuple[Window, ...] = ()
    says_places: bool = False

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """A window of two zones, and a zone of all windows beside others."""
        zones = document.get("zones")
        tables = [each for each in zones if isinstance(each, dict)] if isinstance(zones, list) else []
        seen: set[object] = set()
        for nth, table in enumerate(tables):
            named = table.get("windows", [])
            found = [one for one in named if isinstance(one, int)] if isinstance(named, list) else []
            if twice := seen.intersection(found):
                yield Contradiction(
                    location=("zones", nth, "windows"),
                    problem=f"window {next(iter(twice))} has a zone already",
                    remedy="write each window into one zone: its calls are spoken once",
                )
            seen.update(found)
            if not named and len(tables) > 1:
                yield Contradiction(
                    location=("zones", nth),
                    problem="one of several zones must say which windows it speaks for",
                    remedy="write windows = [1, 2, 3]",
                )

    @property
    def plan(self) -> Plan:
        return Plan(
            zones=tuple(
                Zone(
                    name=zone.name or f"zone {nth}",
                    address=self.with_clips(zone.speaker),
                    windows=frozenset(zone.windows) or None,
                    place=zone.place,
                )
                for nth, zone in enumerate(self.zones, 1)
            ),
            manner=self.manner,
            bank=self.bank,
            elsewhere=frozenset(self.elsewhere),
            says_places=self.says_places,
        )
