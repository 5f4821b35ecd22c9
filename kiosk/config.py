"""kiosk.toml: who this kiosk is, which devices it owns, and how it is looked at."""

import os
import ssl
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from queue_core.config import Contradiction, PathBeside, Section, WriteInstead, load


def _issuer(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise WriteInstead(
            "is no https address, or one with more than host and path",
            f'write one such as "{ISSUER_EXAMPLE}"',
        )
    return address


def _secret(path: Path) -> Path:
    """A file with something in it that its owner alone may read."""
    try:
        mode, text = stat.S_IMODE(path.stat().st_mode), path.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise WriteInstead("is no file that can be read", "name the file with the issuer's token") from error
    if os.name == "posix" and mode & 0o077:
        raise WriteInstead("may be read by others", f"chmod 600 {path.name}")
    if not text.strip() or len(text.split()) != 1:
        raise WriteInstead("does not hold one token", "put the issuer's token into it, and nothing else")
    return path


def _certificate(path: Path) -> Path:
    try:
        ssl.create_default_context(cafile=str(path))
    except (OSError, ssl.SSLError) as error:
        raise WriteInstead("is no certificate in PEM", "name the issuer's root certificate") from error
    return path


READER_EXAMPLE = "idcard+pcsc://Reader%20name%2000%2000"
PRINTER_EXAMPLE = "escpos+tcp://10.4.0.31:9100"
SCANNER_EXAMPLE = "scanner+serial:///dev/serial/by-id/usb-scanner"
STAFF_READER_EXAMPLE = "uid+pcsc://Reader%20name%2000%2000"
ISSUER_EXAMPLE = "https://e-cards.example.org/verify"
SPEAKER_EXAMPLE = "clips+sound://default"


class Devices(Section):
    readers: tuple[Annotated[str, address_of(Kind.CARD_READER)], ...] = Field(
        min_length=1, examples=[[READER_EXAMPLE]]
    )
    printer: Annotated[str, address_of(Kind.TICKET_PRINTER)] | None = Field(
        default=None, examples=[PRINTER_EXAMPLE]
    )
    scanner: Annotated[str, address_of(Kind.SCANNER)] | None = Field(default=None, examples=[SCANNER_EXAMPLE])
    staff_reader: Annotated[str, address_of(Kind.STAFF_CARD_READER)] | None = Field(
        default=None, examples=[STAFF_READER_EXAMPLE]
    )
    speaker: Annotated[str, address_of(Kind.SPEAKER)] | None = Field(default=None, examples=[SPEAKER_EXAMPLE])


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


class Offer(Section):
    """What the hall lets this kiosk do.

    `typed_numbers`: an identity number may be typed on the screen; nobody has seen a card then. `matters`:
    the hall's catalogue is searched here.
    """

    typed_numbers: bool = False
    matters: bool = True


class ECards(Section):
    """Whoever says whose the code of an electronic card is, such as the city's gateway.

    `token_file` holds the issuer's token for this kiosk, and nobody else may read it. `root_ca` is the
    certificate that the issuer's network trusts; without it, those this computer trusts.
    """

    verify_at: Annotated[str, AfterValidator(_issuer)] = Field(examples=[ISSUER_EXAMPLE])
    token_file: Annotated[PathBeside, AfterValidator(_secret)] = Field(examples=["e-cards.token"])
    root_ca: Annotated[PathBeside, AfterValidator(_certificate)] | None = Field(
        default=None, examples=["issuer-root.pem"]
    )

    @property
    def token(self) -> str:
        return self.token_file.read_text().strip()


class KioskConfig(Section):
    """`cabinet` is the file of a locker cabinet at this kiosk's side, which has the screen in turn."""

    credential: PathBeside = Field(examples=["kiosk-1.credential.json"])
    cabinet: PathBeside | None = Field(default=None, examples=["cabinet.toml"])
    devices: Devices
    screen: Screen = Screen()
    patience: Patience = Patience()
    ticket: OnPaper = OnPaper()
    offer: Offer = Offer()
    e_cards: ECards | None = None

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """E-cards without a scanner; a reader of staff cards that citizens use too."""
        devices = document.get("devices")
        devices = devices if isinstance(devices, dict) else {}
        if "e_cards" in document and "scanner" not in devices:
            yield Contradiction(
                location=("e_cards",),
                problem="no code can be read without a scanner",
                remedy=f'add scanner = "{SCANNER_EXAMPLE}" to [devices], or leave [e_cards] out',
            )
        staff, readers = devices.get("staff_reader"), devices.get("readers")
        if isinstance(staff, str) and place_of(staff) in map(
            place_of, readers if isinstance(readers, list) else ()
        ):
            yield Contradiction(
                location=("devices", "staff_reader"),
                problem="is the reader that citizens use: serials of their cards would be sent to the hall",
                remedy="name a reader of its own for staff cards",
            )


def place_of(address: object) -> str:
    """Link and place of a device's address, without its driver and its options."""
    text = str(address).partition("?")[0]
    return text.partition("+")[2] or text


def read(path: Path) -> KioskConfig:
    """Raises ConfigErrors with every mistake of the file."""
    return load(path, KioskConfig)


def pixels(size: str) -> tuple[int, int]:
    """`1080x1920` as width and height."""
    width, _, height = size.partition("x")
    return int(width), int(height)
