"""The card's side of vsmartcard's virtual reader: a TCP client whose connection is the card's presence.

Frames both ways: length (2 bytes, big endian), then that many bytes. One byte is a control (00 off, 01 on,
02 reset, 04 get ATR; only 04 is answered), more are a command APDU. When pcscd dies the card keeps trying
to come back.
"""

import contextlib
import select
import socket
import threading
from types import TracebackType
from typing import Self

from sim.world.slot import Chip, Slot

_OFF, _ON, _RESET, _GET_ATR = 0, 1, 2, 4
_QUICKACK = getattr(socket, "TCP_QUICKACK", 12)
_HEAD = 2
_RETRY_S = 0.05


class VpcdLink:
    """Connects one slot to one port of vpcd, on a thread of its own, while its context lasts."""

    def __init__(self, slot: Slot, port: int) -> None:
        self._slot = slot
        self._port = port
        self._is_closing = False

    def __enter__(self) -> Self:
        self._wake_out, self._wake_in = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name=f"vpcd-{self._port}", daemon=True)
        self._slot.watch(self._wake)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_closing = True
        self._wake()
        self._thread.join(timeout=5)
        self._wake_out.close()
        self._wake_in.close()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _run(self) -> None:
        while not self._is_closing:
            chip = self._slot.chip
            if chip is None:
                self._rest(None)
                continue
            try:
                connection = socket.create_connection(("127.0.0.1", self._port), timeout=1)
            except OSError:
                self._rest(_RETRY_S)
                continue
            with connection, contextlib.suppress(OSError):
                self._serve(connection, chip)
            self._slot.note_power(is_on=False)

    def _rest(self, within_s: float | None) -> None:
        ready, _, _ = select.select([self._wake_out], [], [], within_s)
        if ready:
            self._wake_out.recv(4096)

    def _serve(self, connection: socket.socket, chip: Chip) -> None:
        """Until the card is lifted or the reader hangs up."""
        connection.settimeout(None)
        buffer = bytearray()
        while not self._is_closing and self._slot.chip is chip:
            ready, _, _ = select.select([connection, self._wake_out], [], [])
            if self._wake_out in ready:
                self._wake_out.recv(4096)
                continue
            data = connection.recv(65536)
            # Debian's vpcd sends length and body apart: without this each APDU waits 44 ms for a delayed ACK.
            connection.setsockopt(socket.IPPROTO_TCP, _QUICKACK, 1)
            if not data:
                return
            buffer += data
            for frame in _frames(buffer):
                reply = self._answer(frame, chip)
                if reply is not None:
                    connection.sendall(len(reply).to_bytes(2, "big") + reply)

    def _answer(self, frame: bytes, chip: Chip) -> bytes | None:
        if len(frame) > 1:
            return self._answer_apdu(frame, chip)
        if frame[0] == _GET_ATR:
            return chip.atr
        chip.power()
        if frame[0] == _ON:
            self._slot.note_power(is_on=True)
        return None

    def _answer_apdu(self, command: bytes, chip: Chip) -> bytes | None:
        if self._slot.chip is not chip or not self._slot.lets_answer():
            return None
        reply = chip.answer(command)
        if reply is not None:
            self._slot.count_answer()
        return reply


def _frames(buffer: bytearray) -> list[bytes]:
    """Takes the whole frames out of `buffer`."""
    frames = []
    while len(buffer) >= _HEAD and len(buffer) >= _HEAD + (length := int.from_bytes(buffer[:_HEAD], "big")):
        frames.append(bytes(buffer[_HEAD : _HEAD + length]))
        del buffer[: _HEAD + length]
    return [frame for frame in frames if frame]
