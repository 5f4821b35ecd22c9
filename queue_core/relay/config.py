"""The files of both ends: relay.toml in the DMZ, uplink.toml in the hall."""

from typing import Annotated

from pydantic import AfterValidator, Field

from queue_core.config import PathBeside, Section, WriteInstead


def _relay_address(address: str) -> str:
    if not address.startswith("wss://") or not address.endswith("/uplink"):
        raise WriteInstead(
            f'"{address}" is not the address of a relay',
            'write like relay = "wss://queue.example.gov.cn/uplink"',
        )
    return address


def _hall_address(address: str) -> str:
    if not address.startswith("https://") or address.count("/") != 2:  # noqa: PLR2004 - https:// has two
        raise WriteInstead(
            f'"{address}" is not the address of a hall server',
            'write like server = "https://127.0.0.1:8443", without a slash at the end',
        )
    return address


HallName = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]
Heartbeat = Annotated[float, Field(ge=0.2, le=10)]


class RelayConfig(Section):
    """`heartbeat_s`: after so long an uplink is asked for a sign of life, after twice that it is lost."""

    hall: HallName
    token: PathBeside
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8480
    heartbeat_s: Heartbeat = 5


class UplinkConfig(Section):
    """Without `authority` the relay's certificate is checked against this system's authorities."""

    hall: HallName
    relay: Annotated[str, AfterValidator(_relay_address)]
    token: PathBeside
    server: Annotated[str, AfterValidator(_hall_address)]
    certificate: PathBeside
    authority: PathBeside | None = None
    heartbeat_s: Heartbeat = 5
