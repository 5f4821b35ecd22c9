"""What hardware this computer shows by itself; opens nothing and asks no device anything.

A place is told with the addresses that could be meant: those of the drivers its USB ids speak for, else one
for each driver that speaks over such a link.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drivers.catalog.table import DRIVERS
from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError, NoPermission
from drivers.runtime.known_usb import KnownUsb, recognise


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place where a device may be.

    `usb` are the ids as VID:PID. `known` says what they mean, with the confidence of whoever says so.
    `addresses` can be used as they stand. `trouble` says why the place, or all of its sort, is of no use.
    """

    link: str
    place: str
    about: str
    usb: str | None = None
    known: str | None = None
    addresses: tuple[str, ...] = ()
    trouble: DeviceError | None = None


def find() -> list[Found]:
    udev = _udev()
    return [*_readers(), *_serial_ports(udev), *_input_devices(udev), *_printers(udev), *_raw_usb(udev)]


def _udev() -> Any:
    """None where there is no udev."""
    try:
        import pyudev  # noqa: PLC0415 - loads libudev, which may not be there

        return pyudev.Context()
    except (ImportError, OSError):
        return None


def _devices(udev: Any, subsystem: str, **properties: str) -> list[Any]:
    return [] if udev is None else list(udev.list_devices(subsystem=subsystem, **properties))


def _readers() -> Iterator[Found]:
    from drivers.transport.pcsc_watch import list_readers  # noqa: PLC0415 - loads the smart card library

    try:
        for name in list_readers():
            addresses = tuple(_written(_schemes("pcsc"), name))
            yield Found(link="pcsc", place=name, about="card reader", addresses=addresses)
    except DeviceError as error:
        yield Found(link="pcsc", place="-", about=error.remedy, trouble=error)


def _serial_ports(udev: Any) -> Iterator[Found]:
    """Pyserial leaves out the ports a chip could have and this computer has not; udev knows the rest."""
    from serial.tools.list_ports import comports  # noqa: PLC0415 - loads the serial library

    known = {device.device_node: device for device in _devices(udev, "tty")}
    for port in sorted(comports()):
        device = known.get(port.device)
        about = "serial port" if port.description == "n/a" else port.description
        if device is None:
            yield _file("serial", Path(port.device), about, None)
        else:
            yield _file("serial", _lasting(device), about, _ids(device))


def _input_devices(udev: Any) -> Iterator[Found]:
    """Keyboards, and what pretends to be one."""
    for device in _devices(udev, "input"):
        if device.device_node and device.properties.get("ID_INPUT_KEY") and device.properties.get("ID_BUS"):
            name = (device.properties.get("NAME") or _parent_name(device)).strip('"')
            yield _file("input", _lasting(device), name or "keyboard", _ids(device))


def _printers(udev: Any) -> Iterator[Found]:
    for device in _devices(udev, "usbmisc"):
        if device.device_node and Path(device.device_node).name.startswith("lp"):
            yield _file("file", Path(device.device_node), "printer", _ids(device))


def _raw_usb(udev: Any) -> Iterator[Found]:
    """Known devices that are neither a serial port nor a keyboard."""
    for device in _devices(udev, "usb", DEVTYPE="usb_device"):
        ids = _ids(device)
        known = None if ids is None else recognise(*ids)
        if ids is not None and known is not None and not _has_a_file(device):
            about = "speaks raw USB, which no driver does: switch it to serial, or use a network gateway"
            yield Found(link="usb", place=device.sys_name, about=about, usb=_text(ids), known=_words(known))


def _parent_name(device: Any) -> str:
    """The event node's parent, the input device, has the name."""
    parent = device.parent
    return str(parent.properties.get("NAME", "")) if parent is not None else ""


def _has_a_file(device: Any) -> bool:
    return any(child.subsystem in {"tty", "input"} for child in device.children)


def _lasting(device: Any) -> Path:
    """A name that stays when it is plugged in elsewhere, if there is one."""
    links = sorted(link for link in device.properties.get("DEVLINKS", "").split() if "/by-id/" in link)
    return Path(links[0] if links else device.device_node)


def _ids(device: Any) -> tuple[int, int] | None:
    """From udev's notes, or those of the USB device it hangs on."""
    usb = device if device.subsystem == "usb" else device.find_parent("usb", "usb_device")
    vendor, product = device.properties.get("ID_VENDOR_ID"), device.properties.get("ID_MODEL_ID")
    if vendor is None and usb is not None:
        vendor, product = (usb.attributes.get(name, b"").decode() for name in ("idVendor", "idProduct"))
    return (int(vendor, 16), int(product, 16)) if vendor and product else None


def _file(link: str, path: Path, about: str, ids: tuple[int, int] | None) -> Found:
    known = None if ids is None else recognise(*ids)
    may_use = os.access(path, os.R_OK | os.W_OK)
    return Found(
        link=link,
        place=str(path),
        about=about,
        usb=None if ids is None else _text(ids),
        known=None if known is None else _words(known),
        addresses=_addresses(link, str(path), known),
        trouble=None if may_use else NoPermission(f"{path} may not be used by this user"),
    )


def _addresses(link: str, place: str, known: KnownUsb | None) -> tuple[str, ...]:
    schemes = _schemes(link)
    meant = [scheme for scheme in schemes if known and scheme.rpartition("+")[0] in known.drivers]
    return tuple(_written(meant or schemes, place))


def _schemes(link: str) -> list[str]:
    """The drivers that speak over such a link; a device file that takes whole jobs is a printer's."""
    entries = [entry for entry in DRIVERS.values() if entry.link == link]
    return [entry.scheme for entry in entries if link != "file" or entry.kind is Kind.TICKET_PRINTER]


def _written(schemes: Iterable[str], place: str) -> Iterator[str]:
    return (f"{scheme}://{quote(place)}" for scheme in schemes)


def _text(ids: tuple[int, int]) -> str:
    return f"{ids[0]:04X}:{ids[1]:04X}"


def _words(known: KnownUsb) -> str:
    return f"{known.what} (confidence {known.confidence})"
