"""GUIDE.toml: which device this is, what it owns, and how it is looked at."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError
from drivers.runtime.opening import require
from queue_core.config import PathBeside, Section, WriteInstead


def _of_kind(address: str, kind: Kind) -> str:
    try:
        require(address, kind)
    except DeviceError as error:
        raise WriteInstead(
            error.detail, "`paihao devices list` shows what is there and how it is written"
        ) from error
    return address


def _printer(address: str) -> str:
    return _of_kind(address, Kind.TICKET_PRINTER)


def _scanner(address: str) -> str:
    return _of_kind(address, Kind.SCANNER)


def _staff_card_reader(address: str) -> str:
    return _of_kind(address, Kind.STAFF_CARD_READER)


class Devices(Section):
    """All may be left out: numbers then go to phones, and codes are typed."""

    printer: Annotated[str, AfterValidator(_printer)] | None = Field(
        default=None, examples=["escpos+tcp://10.4.0.31:9100"]
    )
    scanner: Annotated[str, AfterValidator(_scanner)] | None = Field(
        default=None, examples=["scanner+serial:///dev/serial/by-id/usb-scanner"]
    )
    staff_reader: Annotated[str, AfterValidator(_staff_card_reader)] | None = Field(
        default=None, examples=["uid+pcsc://Reader%20name%2000%2000"]
    )


class Screen(Section):
    size: Annotated[str, Field(pattern=r"^\d{3,5}x\d{3,5}$", examples=["1280x800"])] = "1280x800"
    mode: Literal["day", "contrast"] = "day"
    language: Literal["zh-CN", "en"] = "zh-CN"
    fullscreen: bool = False

    @property
    def pixels(self) -> tuple[int, int]:
        width, _, height = self.size.partition("x")
        return int(width), int(height)


class OnPaper(Section):
    """`template` is the hall's own; otherwise the ticket that comes with us is printed."""

    template: PathBeside | None = Field(default=None, examples=["ticket.toml"])


class Patience(Section):
    """How long a person's page may be left alone, in seconds: then it asks, then it forgets."""

    ask_after_s: float = Field(default=45, gt=0, le=600)
    clear_after_s: float = Field(default=15, gt=0, le=120)


class GuideConfig(Section):
    credential: PathBeside = Field(examples=["guide-1.credential"])
    devices: Devices = Devices()
    screen: Screen = Screen()
    ticket: OnPaper = OnPaper()
    patience: Patience = Patience()
