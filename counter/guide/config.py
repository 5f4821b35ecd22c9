"""GUIDE.toml: which device this is, what it owns, and how it is looked at."""

from typing import Annotated, Literal

from pydantic import Field

from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from queue_core.config import PathBeside, Section


class Devices(Section):
    """All may be left out: numbers then go to phones, and codes are typed."""

    printer: Annotated[str, address_of(Kind.TICKET_PRINTER)] | None = Field(
        default=None, examples=["escpos+tcp://10.4.0.31:9100"]
    )
    scanner: Annotated[str, address_of(Kind.SCANNER)] | None = Field(
        default=None, examples=["scanner+serial:///dev/serial/by-id/usb-scanner"]
    )
    staff_reader: Annotated[str, address_of(Kind.STAFF_CARD_READER)] | None = Field(
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
