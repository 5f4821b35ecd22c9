"""The link an address asks for."""

from drivers.contract.address import Address
from drivers.transport.link import Link


async def open_link(address: Address, *, port: int = 0) -> Link:
    """`port` is the usual TCP port of such devices. Raises CannotOpen and its kin, or TimedOut."""
    if address.scheme.endswith("+tcp"):
        from drivers.transport.tcp import TcpLink  # noqa: PLC0415 - a link's library is loaded when it is used

        return await TcpLink.open(address.place, address.port or port)
    from drivers.transport.serial_line import SerialLine  # noqa: PLC0415

    return await SerialLine.open(address.path, address.whole("baud"))
