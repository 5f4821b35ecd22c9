"""The device files of a demo hall, as the person who sets the devices up would write them."""

import json
from urllib.parse import quote

from sim.story.programs import Devices, WorkFolder

WINDOW = 1


def write_configurations(work: WorkFolder, devices: Devices, *, voice: str) -> None:
    """Write one file a device. `voice` is what the wall does with speech: `sound`, `folder` or `none`."""
    files = {
        "kiosk": _kiosk(work, devices),
        "counter": f"{_credential(work, 'counter')}windows = [{WINDOW}]\n",
        "station": _station(work, devices),
        "wall": _wall(work, voice),
        "pad": f"{_credential(work, 'pad')}window = {WINDOW}\n",
    }
    for device, text in files.items():
        work.configuration(device).write_text(text)


def _credential(work: WorkFolder, device: str) -> str:
    return f"credential = {_quoted(work.credential(device))}\n"


def _kiosk(work: WorkFolder, devices: Devices) -> str:
    readers = ", ".join(_quoted(reader) for reader in (devices.contact_reader, devices.id_reader))
    printer = _quoted(devices.printer)
    return f"{_credential(work, 'kiosk')}\n[devices]\nreaders = [{readers}]\nprinter = {printer}\n"


def _station(work: WorkFolder, devices: Devices) -> str:
    """The bus, and the address of each window's caller on it."""
    windows = "".join(
        f"\n[[windows]]\nwindow = {entry['window']}\naddress = {entry['caller']}\n"
        for entry in devices.bus_addresses
    )
    return f"{_credential(work, 'station')}bus = {_quoted(devices.window_bus)}\n{windows}"


def _wall(work: WorkFolder, voice: str) -> str:
    speaker = {
        "sound": "clips+sound://default",
        "folder": f"clips+file://{quote(str(work.voice))}",
        "none": "",
    }[voice]
    return f"{_credential(work, 'wall')}\n[voice]\nspeaker = {_quoted(speaker)}\n"


def _quoted(value: object) -> str:
    """A TOML basic string; JSON's escapes are among TOML's."""
    return json.dumps(str(value), ensure_ascii=False)
