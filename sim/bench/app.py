"""Opens the bench window of a running simulator."""

import json
import signal
import sys
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from sim.bench.bench_model import BenchModel

_QML = Path(__file__).parent / "qml"
_SIGNALS_EVERY_MS = 200


class Bench:
    """The window and what stands behind it. Needs the application. Shows all printers or those named."""

    def __init__(self, devices: Path, *, printers: Collection[str] | None = None) -> None:
        described = json.loads(devices.read_text())
        if printers is not None:
            described["printers"] = {name: described["printers"][name] for name in printers}
        self.model = BenchModel(described)
        self._engine = QQmlApplicationEngine()
        self._engine.setInitialProperties({"bench": self.model})
        self._engine.load(_QML / "Bench.qml")
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def close(self) -> None:
        self.model.close()
        del self._engine


def application() -> QGuiApplication:
    QQuickStyle.setStyle("Basic")
    app = QGuiApplication(sys.argv[:1])
    app.setFont(QFont("Noto Sans CJK SC", 11))
    return app


def run(devices: Path, *, printers: Collection[str] | None = None) -> int:
    """Show the bench until its window is closed, or SIGTERM or Ctrl-C; return the exit status."""
    app = application()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    # Python runs no signal handler while Qt waits in C++: give it a turn now and then.
    turns = QTimer(app, interval=_SIGNALS_EVERY_MS)
    turns.timeout.connect(lambda: None)
    turns.start()
    bench = Bench(devices, printers=printers)
    try:
        return app.exec()
    finally:
        bench.close()
