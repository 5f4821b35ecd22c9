"""What httpx leaves open when who asked is cancelled in the middle of a TLS handshake."""

from typing import Any


class NothingHalfOpen:
    """As `extensions={"trace": NothingHalfOpen()}` of a request: closes a connection that was given up.

    httpcore 1.0.9 closes it when the handshake fails, but not when it is cancelled: then it would stay open
    until the garbage is collected.
    """

    def __init__(self) -> None:
        self._stream: Any = None

    async def __call__(self, happens: str, told: dict[str, Any]) -> None:
        if happens == "connection.connect_tcp.complete":
            self._stream = told["return_value"]
        elif happens == "connection.start_tls.failed":
            await self._stream.aclose()
