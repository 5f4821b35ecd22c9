"""The card behind a strip, and the line with one or several of them.

Commands: ping `A2 00`, status `A1 02`, clear `A3 10`, dynamic areas `A3 06`; the byte after them says whether
the card must answer (01) or must not (02). It answers with the frame the maker's own Java kit
(onbonlab/bx.k.java, BxCmdCode and BxResp) expects: `A0 00 error 00 00` for yes, `A0 01 error 00 00` for no,
to the sender, from the card's address.

Not modelled: what a status holds (the answer is a bare yes), the error numbers of a no (`ERROR` is ours),
programmes in flash, brightness, the clock, frames for all cards at once, the time a card takes to draw.
"""

from collections.abc import Iterable, Mapping

from sim.peers.bx.areas import Area, read_areas
from sim.peers.bx.frames import Frame, FrameReader

_PING, _STATUS, _CLEAR, _AREAS = b"\xa2\x00", b"\xa1\x02", b"\xa3\x10", b"\xa3\x06"
_MUST_ANSWER = 0x01
_COMMAND = 5
_YES, _NO = b"\xa0\x00", b"\xa0\x01"
ERROR = 1


class Card:
    """One strip. `is_refusing`: a hand made it say no to all that would change what is shown."""

    def __init__(self, address: int) -> None:
        self.address = address
        self.is_refusing = False
        self.pings = 0
        self._areas: dict[int, Area] = {}

    @property
    def areas(self) -> Mapping[int, Area]:
        return dict(self._areas)

    def hear(self, frame: Frame, now_s: float) -> bytes:
        """Returns what the card says to it."""
        if len(frame.data) < _COMMAND:
            return b""
        is_done = self._obey(frame.data[:2], frame.data[_COMMAND:], now_s)
        if frame.data[2] != _MUST_ANSWER:
            return b""
        said = (_YES + b"\x00" if is_done else _NO + bytes((ERROR,))) + b"\x00\x00"
        return Frame(frame.source, self.address, said).encode()

    def pass_time(self, now_s: float) -> None:
        """Areas that were not renewed in time go dark."""
        for number, area in list(self._areas.items()):
            if area.until_s is not None and now_s > area.until_s:
                del self._areas[number]

    def lose_power(self) -> None:
        """Dynamic areas live in memory."""
        self._areas.clear()

    def _obey(self, command: bytes, data: bytes, now_s: float) -> bool:
        if command in {_PING, _STATUS}:
            self.pings += command == _PING
            return True
        if self.is_refusing:
            return False
        if command == _CLEAR:
            self._areas.clear()
            return True
        news = read_areas(data, now_s) if command == _AREAS else None
        if news is None:
            return False
        deleted, shown = news
        for number in deleted:
            self._areas.pop(number, None)
        self._areas.update((area.number, area) for area in shown)
        return True


class Line:
    """All cards of one line, or the one behind a TCP port. Whoever owns it brings a lock."""

    def __init__(self, addresses: Iterable[int]) -> None:
        self.cards = {address: Card(address) for address in addresses}
        self._reader = FrameReader()

    @property
    def garbage(self) -> int:
        """Bytes from the host that belonged to no frame."""
        return self._reader.garbage

    def room(self) -> int:
        return 4096

    def receive(self, data: bytes, now_s: float) -> bytes:
        heard = [(self.cards.get(frame.to), frame) for frame in self._reader.feed(data)]
        return b"".join(card.hear(frame, now_s) for card, frame in heard if card)

    def due(self, now_s: float) -> bytes:
        for card in self.cards.values():
            card.pass_time(now_s)
        return b""
