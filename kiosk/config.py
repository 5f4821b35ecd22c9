"""kiosk.toml: who this kiosk is, which devices it owns, and how it is looked at."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError
from drivers.runtime.opening import require
from queue_core.config import PathBeside, Section, WriteInstead, load


def _of_kind(address: str, kind: Kind) -> str:
    try:
        require(address, kind)
    except DeviceError as error:
        raise WriteInstead(
            error.detail, "`paihao devices list` shows what is there and how it is written"
        ) from error
    return address


def _card_reader(address: str) -> str:
    return _of_kind(address, Kind.CARD_READER)


def _ticket_printer(address: str) -> str:
    return _of_kind(address, Kind.TICKET_PRINTER)


def _scanner(address: str) -> str:
    return _of_kind(address, Kind.SCANNER)


def _staff_card_reader(address: str) -> str:
    return _of_kind(address, Kind.STAFF_CARD_READER)


def _speaker(address: str) -> str:
    return _of_kind(address, Kind.SPEAKER)


READER_EXAMPLE = "idcard+pcsc://Reader%20name%2000%2000"
PRINTER_EXAMPLE = "escpos+tcp://10.4.0.31:9100"
SCANNER_EXAMPLE = "scanner+serial:///dev/serial/by-id/usb-scanner"
STAFF_READER_EXAMPLE = "uid+pcsc://Reader%20name%2000%2000"
SPEAKER_EXAMPLE = "clips+sound://default"


class Devices(Section):
    readers: tuple[Annotated[str, AfterValidator(_card_reader)], ...] = Field(
        min_length=1, examples=[[READER_EXAMPLE]]
    )
    printer: Annotated[str, AfterValidator(_ticket_printer)] | None = Field(
        default=None, examples=[PRINTER_EXAMPLE]
    )
    scanner: Annotated[str, AfterValidator(_scanner)] | None = Field(default=None, examples=[SCANNER_EXAMPLE])
    staff_reader: Annotated[str, AfterValidator(_staff_card_reader)] | None = Field(
        default=None, examples=[STAFF_READER_EXAMPLE]
    )
    speaker: Annotated[str, AfterValidator(_speaker)] | None = Field(default=None, examples=[SPEAKER_EXAMPLE])


class Screen(Section):
    size: Annotated[str, Field(pattern=r"^\d{3,5}x\d{3,5}$", examples=["1080x1920"])] = "1080x1920"
    mode: Literal["day", "contrast", "elderly"] = "day"
    fullscreen: bool = False


class OnPaper(Section):
    """`template` is the hall's own; otherwise the ticket that comes with us is printed."""

    template: PathBeside | None = Field(default=None, examples=["ticket.toml"])


class Patience(Section):
    """How long a page may be left alone, in seconds. Together less than the hall keeps a number for.

    `qr_for_s`: a number that no phone has taken over by then is offered on paper.
    """

    ask_after_s: float = Field(default=20, gt=0, le=600)
    clear_after_s: float = Field(default=10, gt=0, le=120)
    done_for_s: float = Field(default=20, gt=0, le=120)
    qr_for_s: float = Field(default=60, gt=0, le=120)


class KioskConfig(Section):
    credential: PathBeside = Field(examples=["kiosk-1.credential.json"])
    devices: Devices
    screen: Screen = Screen()
    patience: Patience = Patience()
    ticket: OnPaper = OnPaper()


def read(path: Path) -> KioskConfig:
    """Raises ConfigErrors with every mistake of the file."""
    return load(path, KioskConfig)


def pixels(size: str) -> tuple[int, int]:
    """`1080x1920` as width and height."""
    width, _, height = size.partition("x")
    return int(width), int(height)
