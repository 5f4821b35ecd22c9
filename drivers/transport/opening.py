"""The link an address asks for."""

from drivers.contract.address import Address
from drivers.contract.errors import CannotOpen
from drivers.transport.link import Link


async def open_link(address: Address, *, port: int = 0) -> Link:
    """`port` is the usual TCP port of such devices. Raises CannotOpen and its kin, or TimedOut.

    What goes over the link is written down where the address says `recording+`.
    """
    link = await _open(address, port)
    if address.recording_to is None:
        return link
    from drivers.transport.recording import RecordedLink, Recorder  # noqa: PLC0415 - seldom needed

    try:
        return RecordedLink(link, Recorder(address, address.recording_to))
    except CannotOpen:
        await link.close()
        raise


async def _open(address: Address, port: int) -> Link:
    """A link's library is loaded when the first such link is opened."""
    if address.scheme.endswith("+tcp"):
        from drivers.transport.tcp import TcpLink  # noqa: PLC0415

        return await TcpLink.open(address.place, address.port or port)
    if address.scheme.endswith("+file"):
        from drivers.transport.device_file import DeviceFile  # noqa: PLC0415

        return await DeviceFile.open(address.path)
    from drivers.transport.serial_line import SerialLine  # noqa: PLC0415

    return await SerialLine.open(address.path, address.whole("baud"))
