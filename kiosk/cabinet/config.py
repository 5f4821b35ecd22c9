"""CABINET.toml: which cabinet this is, what it owns, and how it is looked at."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from kiosk.config import (
    PRINTER_EXAMPLE,
    READER_EXAMPLE,
    SCANNER_EXAMPLE,
    SPEAKER_EXAMPLE,
    STAFF_READER_EXAMPLE,
    place_of,
)
from queue_core.config import Contradiction, PathBeside, Section

LOCKER_EXAMPLE = "lock8a+serial:///dev/serial/by-id/usb-locks?boards=1&channels=24"
SCREEN = "screen"


class Devices(Section):
    """What may be left out: codes are typed then, staff log in by number and password.

    Without a printer the receipts of what was collected are printed at windows only.
    """

    locker: Annotated[str, address_of(Kind.LOCKER)] = Field(examples=[LOCKER_EXAMPLE])
    readers: tuple[Annotated[str, address_of(Kind.CARD_READER)], ...] = Field(
        default=(), examples=[[READER_EXAMPLE]]
    )
    scanner: Annotated[str, address_of(Kind.SCANNER)] | None = Field(default=None, examples=[SCANNER_EXAMPLE])
    staff_reader: Annotated[str, address_of(Kind.STAFF_CARD_READER)] | None = Field(
        default=None, examples=[STAFF_READER_EXAMPLE]
    )
    speaker: Annotated[str, address_of(Kind.SPEAKER)] | None = Field(default=None, examples=[SPEAKER_EXAMPLE])
    printer: Annotated[str, address_of(Kind.TICKET_PRINTER)] | None = Field(
        default=None, examples=[PRINTER_EXAMPLE]
    )


class Screen(Section):
    size: Annotated[str, Field(pattern=r"^\d{3,5}x\d{3,5}$", examples=["1080x1920"])] = "1080x1920"
    mode: Literal["day", "contrast", "elderly"] = "day"
    reach: bool = False
    language: Literal["zh-CN", "zh-Hant", "en"] = "zh-CN"
    fullscreen: bool = False


class Patience(Section):
    """How long a page may be left alone, in seconds.

    `remind_after_s`: who leaves a door open is reminded, and once more; then the screen is free for the next.
    """

    ask_after_s: float = Field(default=60, gt=0, le=600)
    clear_after_s: float = Field(default=15, gt=0, le=120)
    remind_after_s: float = Field(default=20, gt=0, le=300)
    done_for_s: float = Field(default=12, gt=0, le=120)


class OnPaper(Section):
    """`template` is the hall's own receipt; otherwise the one that comes with us is printed."""

    template: PathBeside | None = Field(default=None, examples=["receipt.toml"])


class Picture(Section):
    """How the doors stand, as one looks at them: columns from the left, doors by number from the top.

    "screen" is where this screen is. Left out, the doors are drawn in the order of their boards.
    """

    columns: tuple[tuple[int | Literal["screen"], ...], ...] = Field(
        default=(), examples=[[[1, 2, 3], ["screen", 4], [5, 6, 7]]]
    )


class CabinetConfig(Section):
    credential: PathBeside = Field(examples=["cabinet-l1.credential"])
    devices: Devices
    screen: Screen = Screen()
    patience: Patience = Patience()
    picture: Picture = Picture()
    receipt: OnPaper = OnPaper()

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """A reader of staff cards that citizens use too; a door drawn twice."""
        devices = document.get("devices")
        devices = devices if isinstance(devices, dict) else {}
        staff, readers = devices.get("staff_reader"), devices.get("readers")
        citizens = map(place_of, readers if isinstance(readers, list) else ())
        if isinstance(staff, str) and place_of(staff) in citizens:
            yield Contradiction(
                location=("devices", "staff_reader"),
                problem="is the reader that citizens use: serials of their cards would be sent to the hall",
                remedy="name a reader of its own for staff cards",
            )
        twice = [str(one) for one, count in Counter(drawn(document)).items() if count > 1]
        if twice:
            yield Contradiction(
                location=("picture", "columns"),
                problem=f"draws {', '.join(twice)} twice",
                remedy="name each door once",
            )


def drawn(document: Mapping[str, Any]) -> list[object]:
    """All that the picture names, whatever else is wrong with it."""
    picture = document.get("picture")
    columns = picture.get("columns") if isinstance(picture, dict) else None
    columns = columns if isinstance(columns, list) else []
    return [
        one for column in columns if isinstance(column, list) for one in column if isinstance(one, int | str)
    ]
