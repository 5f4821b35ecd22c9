"""The device files of a demo hall, as the person who sets the devices up would write them."""

import json
from dataclasses import dataclass
from urllib.parse import quote

from sim.story.programs import Devices, WorkFolder

WINDOW = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskFit:
    """How a kiosk is fitted out.

    `is_full`: identity cards are read on a line of their own, the contactless slot is for staff cards, and
    there is a scanner. `types`: an identity number may be typed. `qr_for_s`: so long a code waits for a phone
    before paper is offered; None is the kiosk's own patience.
    """

    is_full: bool = False
    types: bool = False
    qr_for_s: float | None = None


PLAIN, FULL = KioskFit(), KioskFit(is_full=True)


def write_configurations(work: WorkFolder, devices: Devices, *, voice: str, fit: KioskFit = PLAIN) -> None:
    """Write one file a device. `voice` is what the wall does with speech: `sound`, `folder` or `none`."""
    files = {
        "kiosk": _kiosk(work, devices, fit),
        "counter": f"{credential_line(work, 'counter')}windows = [{WINDOW}]\n",
        "station": _station(work, devices),
        "wall": _wall(work, voice),
        "pad": f"{credential_line(work, 'pad')}window = {WINDOW}\n",
    }
    for device, text in files.items():
        work.configuration(device).write_text(text)


def credential_line(work: WorkFolder, device: str) -> str:
    return f"credential = {quoted(work.credential(device))}\n"


def _kiosk(work: WorkFolder, devices: Devices, fit: KioskFit) -> str:
    id_reader = devices.id_reader_on_line if fit.is_full else devices.id_reader
    readers = ", ".join(quoted(reader) for reader in (devices.contact_reader, id_reader))
    lines = [
        credential_line(work, "kiosk"),
        "[devices]",
        f"readers = [{readers}]",
        f"printer = {quoted(devices.printer)}",
    ]
    if fit.is_full:
        lines += [
            f"scanner = {quoted(devices.scanner)}",
            f"staff_reader = {quoted(devices.staff_reader)}",
        ]
    if fit.types:
        lines += ["", "[offer]", "typed_numbers = true"]
    if fit.qr_for_s is not None:
        lines += ["", "[patience]", f"qr_for_s = {fit.qr_for_s:g}"]
    return "\n".join(lines) + "\n"


def _station(work: WorkFolder, devices: Devices) -> str:
    """The bus, and the address of each window's caller on it."""
    windows = "".join(
        f"\n[[windows]]\nwindow = {entry['window']}\naddress = {entry['caller']}\n"
        for entry in devices.bus_addresses
    )
    return f"{credential_line(work, 'station')}bus = {quoted(devices.window_bus)}\n{windows}"


def _wall(work: WorkFolder, voice: str) -> str:
    speaker = {
        "sound": "clips+sound://default",
        "folder": f"clips+file://{quote(str(work.voice))}",
        "none": "",
    }[voice]
    return f"{credential_line(work, 'wall')}\n[voice]\nspeaker = {quoted(speaker)}\n"


def quoted(value: object) -> str:
    """A TOML basic string; JSON's escapes are among TOML's."""
    return json.dumps(str(value), ensure_ascii=False)
