"""What all gateways have in common: a port, faults, what they took, and waiting for it."""

import math
import socket
import threading
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import ClassVar, Self

from sim.errors import NotInTime
from sim.gateways.faults import GatewayFaults
from sim.gateways.port import Port, reset_on_close
from sim.gateways.post import Post, Sms

KNOWN_TO_BOTH = "said to the simulator"


class Gateway(ABC):
    """Context manager. Every method may be called from any thread; what is read is a copy.

    `clock`: seconds since 1970, of everything that this side stamps, checks and filters by; a test with a
    clock of its own gives it here too. Waiting and delays take real time. `swallowed`: bytes (requests,
    over HTTP) that were taken while half open, and are gone.
    """

    kind: ClassVar[str]

    def __init__(
        self, *, port: int = 0, filters_duplicates: bool = True, clock: Callable[[], float] = time.time
    ) -> None:
        self.clock = clock
        self.faults = GatewayFaults()
        self._moved = threading.Condition(threading.RLock())
        self._post = Post(filters=filters_duplicates, clock=clock)
        self._port = Port(self._connected, number=port)
        self._violations: list[str] = []
        self._lately: deque[float] = deque()
        self._refused: list[str] = []
        self.swallowed = 0

    @property
    @abstractmethod
    def address(self) -> str:
        """What goes into a client's settings."""

    @property
    def port(self) -> int:
        return self._port.number

    @property
    def received(self) -> list[Sms]:
        """All that was accepted, oldest first; one that came twice is here twice."""
        with self._moved:
            return list(self._post.received)

    @property
    def billed(self) -> list[Sms]:
        """What costs money: without what the duplicate filter kept."""
        with self._moved:
            return list(self._post.billed)

    @property
    def refused(self) -> list[str]:
        """With what each refused submission was answered, oldest first."""
        with self._moved:
            return list(self._refused)

    @property
    def violations(self) -> list[str]:
        """What a client did against the protocol, in words; there is no personal data in them."""
        with self._moved:
            return list(self._violations)

    @property
    def connections(self) -> int:
        """Standing now."""
        return self._port.connections

    @property
    def accepted(self) -> int:
        """Connections so far."""
        return self._port.accepted

    def inbox(self, number: str) -> tuple[str, ...]:
        """What that phone shows, oldest first."""
        with self._moved:
            return self._post.inbox(number)

    def fault(self, **faults: object) -> None:
        """Sets what is named and leaves the rest; see GatewayFaults. Raises BadLever."""
        with self._moved:
            self.faults.set(**faults)
            self._moved.notify_all()

    def mend(self) -> None:
        """No fault is left. What was lost stays lost."""
        with self._moved:
            self.faults.clear()
            self._moved.notify_all()

    @property
    def is_up(self) -> bool:
        return self._port.is_open

    def go_down(self) -> None:
        """Connections end, new ones are refused. What it had taken it still knows."""
        self._port.close()
        with self._moved:
            self._moved.notify_all()

    def come_up(self) -> None:
        """On the same port."""
        if not self.is_up:
            self._port.open()

    def hang_up(self) -> None:
        """Ends the connections that stand; new ones are taken."""
        self._port.hang_up()

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 10) -> None:
        """Until `claim` holds; looked at whenever something happened here. Raises NotInTime."""
        with self._moved:
            if not self._moved.wait_for(claim, timeout=within_s):
                raise NotInTime(f"it did not happen at the gateway ({self.kind}) within {within_s} s")

    def __enter__(self) -> Self:
        self._port.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.go_down()

    # For the kinds of gateways.

    @abstractmethod
    def _serve(self, connection: socket.socket) -> None:
        """One connection, until it ends; in a thread of its own."""

    def _connected(self, connection: socket.socket) -> None:
        if self.faults.refuses:
            reset_on_close(connection)
            return
        with self._moved:
            self._moved.notify_all()
        try:
            self._serve(connection)
        finally:
            with self._moved:
                self._moved.notify_all()

    def _note_violation(self, what: str) -> None:
        with self._moved:
            self._violations.append(what)
            self._moved.notify_all()

    def _is_too_fast(self) -> bool:
        """Of one more submission now; one that is not refused counts against the rate. Under `_moved`."""
        if self.faults.takes("throttle"):
            return True
        rate = self.faults.rate_per_s
        if rate is None:
            return False
        now_s = time.monotonic()
        while self._lately and now_s - self._lately[0] >= 1:
            self._lately.popleft()
        if len(self._lately) >= math.ceil(rate):
            return True
        self._lately.append(now_s)
        return False
