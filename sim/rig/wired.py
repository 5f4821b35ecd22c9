"""What rigs on a line or a connection have in common: the peer, its link, and waiting for what moves."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import ClassVar, Generic, Self, TypeVar

from sim.errors import NotInTime
from sim.links.far_end import FarEnd
from sim.links.faults import Faults
from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink

Link = TypeVar("Link", PtyLink, TcpLink)


class Wired(Generic[Link]):
    """A peer on its link, which the subclass makes. Every method may be called from any thread.

    `place` is where a person would look, for errors. Whoever changes something by hand does so under `_moved`
    and notifies it.
    """

    place: ClassVar[str]
    _link: Link

    def __init__(self, peer: FarEnd) -> None:
        self.faults = Faults()
        self._peer = peer
        self._lock = threading.RLock()
        self._moved = threading.Condition(self._lock)

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        """The cable at the host; what is at its other end has power of its own."""
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self) -> None:
        self._link.unplug()

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 5) -> None:
        """Until `claim` holds; looked at whenever something may have moved. Raises NotInTime."""
        with self._moved:
            if not self._moved.wait_for(claim, timeout=within_s):
                raise NotInTime(f"it did not happen {self.place} within {within_s} s")

    # The link's side.

    def room(self) -> int:
        return self._peer.room()

    def receive(self, data: bytes, now_s: float) -> bytes:
        with self._moved:
            answer = self._peer.receive(data, now_s)
            self._moved.notify_all()
        return answer

    def due(self, now_s: float) -> bytes:
        return self._peer.due(now_s)

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()
