"""What hardware this computer shows by itself; asks no device anything."""

from dataclasses import dataclass

from drivers.contract.errors import DeviceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place where a device may be. `trouble` says why this sort of place could not be looked at."""

    link: str
    place: str
    about: str
    trouble: DeviceError | None = None


def find() -> list[Found]:
    return [*_readers(), *_serial_ports()]


def _readers() -> list[Found]:
    from drivers.transport.pcsc_watch import list_readers  # noqa: PLC0415 - loads the smart card library

    try:
        return [Found(link="pcsc", place=name, about="card reader") for name in list_readers()]
    except DeviceError as error:
        return [Found(link="pcsc", place="-", about=error.remedy, trouble=error)]


def _serial_ports() -> list[Found]:
    from serial.tools.list_ports import comports  # noqa: PLC0415 - loads the serial library

    return [Found(link="serial", place=port.device, about=port.description) for port in sorted(comports())]
