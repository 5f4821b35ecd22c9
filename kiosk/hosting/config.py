"""CABINET.toml of a cabinet that a kiosk hosts: what is the kiosk's is named in KIOSK.toml alone."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kiosk.cabinet.config import CabinetConfig
from kiosk.config import KioskConfig, place_of
from queue_core.client import Credential
from queue_core.config import ConfigErrors, Contradiction, Mistake, load
from queue_core.config.lines import key_lines, line_of

THE_KIOSKS = ("readers", "scanner", "speaker", "printer")


class HostedCabinet(CabinetConfig):
    """Its locker, a reader of staff cards if it has one of its own, its patience and its picture."""

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """What is the kiosk's is not opened twice."""
        yield from super().contradictions(document)
        devices = document.get("devices")
        for name in THE_KIOSKS:
            if isinstance(devices, dict) and name in devices:
                yield Contradiction(
                    location=("devices", name),
                    problem="a hosted cabinet uses the kiosk's",
                    remedy="leave it out here; kiosk.toml names what both use",
                )
        if "screen" in document:
            yield Contradiction(
                location=("screen",),
                problem="a hosted cabinet stands on the kiosk's screen",
                remedy="leave [screen] out here; that of kiosk.toml counts for both",
            )


def read_hosted(config: KioskConfig) -> HostedCabinet | None:
    """The cabinet that the kiosk hosts, if any. Raises ConfigErrors with every mistake of its file."""
    if config.cabinet is None:
        return None
    hosted = load(config.cabinet, HostedCabinet)
    mistakes = tuple(opened_twice(hosted, config, config.cabinet))
    if mistakes:
        raise ConfigErrors(config.cabinet, mistakes)
    return hosted


def require_one_hall(kiosk: Credential, cabinet: Credential, file: Path) -> None:
    """`file` is that of the cabinet. Raises ConfigErrors.

    A cabinet of another hall would stand closed on this screen, or open for the documents of another house.
    """
    if cabinet.is_of_hall_of(kiosk):
        return
    where = "" if cabinet.server == kiosk.server else f" ({cabinet.server}, and not {kiosk.server})"
    mistake = Mistake(
        line=line_of(("credential",), key_lines(file.read_text())),
        key="credential",
        problem=f"was made by another hall than that of the kiosk{where}",
        remedy="enrol both at one hall: `paihao hall enrolment-code` there gives the codes. "
        "What was enrolled before its last `paihao hall init` counts no more",
    )
    raise ConfigErrors(file, (mistake,))


def opened_twice(hosted: HostedCabinet, config: KioskConfig, file: Path) -> Iterable[Mistake]:
    """Devices of the cabinet that stand in kiosk.toml as well."""
    kiosk = config.devices
    single = (kiosk.printer, kiosk.scanner, kiosk.staff_reader, kiosk.speaker)
    taken = {place_of(one) for one in (*kiosk.readers, *single) if one is not None}
    own = (
        ("locker", hosted.devices.locker, "name the line of its boards"),
        ("staff_reader", hosted.devices.staff_reader, "leave it out here: the kiosk's serves both"),
    )
    for name, address, remedy in own:
        if address is not None and place_of(address) in taken:
            yield Mistake(
                line=line_of(("devices", name), key_lines(file.read_text())),
                key=f"devices.{name}",
                problem="is a device of the kiosk as well, and can be opened once only",
                remedy=remedy,
            )
