"""What is written in one turn of the loop leaves in one piece, and nothing of it is lost."""

import asyncio

from queue_core.hall.protocols import Gathering


class _Wire(asyncio.WriteTransport):
    """Far end of a wire: the pieces that left, and whether the link was closed after them."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[bytes] = []
        self._is_closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self._is_closing
        self.left.append(bytes(data))

    def close(self) -> None:
        self._is_closing = True

    def is_closing(self) -> bool:
        return self._is_closing


async def test_head_and_body_of_an_answer_leave_in_one_piece() -> None:
    wire = _Wire()
    gathering = Gathering(wire)

    gathering.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n")
    gathering.write(b"{}")
    assert wire.left == []
    await asyncio.sleep(0)

    assert wire.left == [b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"]


async def test_what_comes_a_turn_later_is_a_piece_of_its_own() -> None:
    wire = _Wire()
    gathering = Gathering(wire)

    for piece in (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"):
        gathering.write(piece)
        await asyncio.sleep(0)

    assert wire.left == [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"]


async def test_the_last_answer_leaves_before_the_link_is_closed() -> None:
    wire = _Wire()
    gathering = Gathering(wire)

    gathering.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    gathering.close()
    await asyncio.sleep(0)

    assert wire.left == [b"HTTP/1.1 400 Bad Request\r\n\r\n"]
    assert gathering.is_closing()
