"""What a link needs of the peer behind it."""

from typing import Protocol


class FarEnd(Protocol):
    """Called by one link at a time, under the lock the two share."""

    def receive(self, data: bytes, now_s: float) -> bytes:
        """Bytes from the host; returns what is sent back at once."""

    def room(self) -> int:
        """How many bytes it takes now; at 0 the link stops reading."""

    def due(self, now_s: float) -> bytes:
        """What it sends unasked because time has passed; called some fifty times a second."""
