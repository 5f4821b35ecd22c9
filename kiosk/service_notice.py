"""Tells the service manager how the kiosk is: ready, alive, ending (sd_notify(3)).

A kiosk that hangs is started anew: the pings come from the GUI thread, and only while the loop of hall and
devices answers as well. Started by hand there is nobody to tell, and nothing is told.
"""

import os
import socket
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtQuick import QQuickWindow

from display.kit.bridge import Bridge
from queue_core import log

logger = log.logger("kiosk.service")
STATUS_EVERY_S = 10.0
US = 1_000_000


class ServiceNotice(QObject):
    """Lives on the GUI thread. `environment` is what the service manager gave: NOTIFY_SOCKET, WATCHDOG_USEC.

    `probe` asks the loop to call back when it comes to it; `status` is one line about the kiosk for
    `systemctl status`, without anybody in it. `looked`: the loop was asked once more, whatever it said.
    """

    looked = Signal()

    def __init__(
        self,
        environment: Mapping[str, str],
        probe: Callable[[Callable[[], None]], None],
        status: Callable[[], str],
    ) -> None:
        super().__init__()
        self._place = address(environment.get("NOTIFY_SOCKET", ""))
        self._probe = probe
        self._status = status
        self._has_answered = True
        self._is_ready = False
        self._watchdog_s = watchdog_s(environment)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        if self._place is not None:
            self._timer.start(round(1000 * (self._watchdog_s / 2 if self._watchdog_s else STATUS_EVERY_S)))

    def watch(self, window: QQuickWindow) -> None:
        """READY when the first page stands on the screen; the frame is swapped on a thread of Qt's own."""
        window.frameSwapped.connect(self._ready, Qt.ConnectionType.QueuedConnection)

    def stopping(self) -> None:
        self._timer.stop()
        self._tell("STOPPING=1")

    def _ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._tell(f"READY=1\nSTATUS={self._status()}")

    def _look(self) -> None:
        """The loop has until the next look to answer."""
        is_alive, self._has_answered = self._has_answered, False
        self._probe(self._answered)
        if is_alive:
            ping = "WATCHDOG=1\n" if self._watchdog_s else ""
            self._tell(f"{ping}STATUS={self._status()}")
        else:
            logger.warning("loop-silent")
        self.looked.emit()

    def _answered(self) -> None:
        """Called on the loop's thread: one assignment."""
        self._has_answered = True

    def _tell(self, text: str) -> None:
        """A service manager that does not listen is no reason to stop."""
        if self._place is None:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                line.setblocking(False)
                line.sendto(text.encode(), self._place)
        except OSError as error:
            logger.warning("service-manager-not-told", why=os.strerror(error.errno or 0))


def prober(bridge: Bridge) -> Callable[[Callable[[], None]], None]:
    """Asks the loop to call back."""

    async def answer(call_back: Callable[[], None]) -> None:
        call_back()

    return lambda call_back: bridge.run(answer(call_back))


def address(told: str) -> str | None:
    """`@` begins an abstract name, which begins with a zero byte for the kernel."""
    if told.startswith("@"):
        return "\0" + told[1:]
    return told if told.startswith("/") else None


def watchdog_s(environment: Mapping[str, str]) -> float | None:
    """Within how many seconds the service manager wants to be pinged, if it is this process it means."""
    told, whom = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    is_meant = whom in {"", str(os.getpid())}
    return int(told) / US if told.isdecimal() and int(told) > 0 and is_meant else None
