"""Runs a QML front end: window, background work, stage, and an orderly end on SIGTERM or SIGINT."""

import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import structlog
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication

from display.kit.bridge import Bridge
from display.kit.heap import give_large_blocks_back
from display.kit.stage import Stage
from display.kit.window import OpenWindow

log = structlog.get_logger()
SOFTWARE_ERROR = 70  # sysexits.h: EX_SOFTWARE; the service manager starts the front end again


def run(app: QGuiApplication, opened: OpenWindow, bridge: Bridge, *, stage: Path | None = None) -> int:
    """Show the window until it is closed; the exit code. An error in a slot ends it with SOFTWARE_ERROR."""
    give_large_blocks_back()
    sys.excepthook = end_on_error(app)
    wakeup = end_on_signals(app)
    listening = Stage(opened.window, stage) if stage else None
    bridge.failed.connect(lambda: app.exit(SOFTWARE_ERROR), Qt.ConnectionType.QueuedConnection)
    bridge.start()
    opened.window.setVisible(True)
    code = app.exec()
    bridge.stop()
    if listening:
        listening.close()
    wakeup.setEnabled(False)
    opened.close()
    return code


def end_on_error(
    app: QGuiApplication,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """PySide swallows what a slot raises and goes on with half a change; a kiosk is better started anew."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("front-end-failed", exc_info=(kind, error, trace))
        app.exit(SOFTWARE_ERROR)

    return hook


def end_on_signals(app: QGuiApplication) -> QSocketNotifier:
    """Python runs no signal handler while Qt waits in C++; its wake-up socket makes Qt look."""
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: app.quit())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda *_, keep=(reader, writer): keep[0].recv(64))
    return notifier
