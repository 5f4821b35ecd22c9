"""Cutting a stream into frames, wherever the network has cut it."""

from collections.abc import Iterator

from queue_core.messages.cmpp.protocol import HEADER, LONGEST_FRAME, BadFrame, Frame


class Splitter:
    """Keeps at most one unfinished frame. After a BadFrame the stream has no more frames to be found."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Every frame that `data` completes. Raises BadFrame where a frame would begin that cannot be one."""
        self._rest += data
        while len(self._rest) >= HEADER.size:
            length, command, sequence = HEADER.unpack_from(self._rest)
            if not HEADER.size <= length <= LONGEST_FRAME:
                raise BadFrame(f"a frame that says it has {length} bytes")
            if len(self._rest) < length:
                return
            body = bytes(self._rest[HEADER.size : length])
            del self._rest[:length]
            yield Frame(command=command, sequence=sequence, body=body)
