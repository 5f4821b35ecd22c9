"""Opens the bench window of a running simulator."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from sim.bench.bench_model import BenchModel

_QML = Path(__file__).parent / "qml"


class Bench:
    """The window and what stands behind it. Needs a QGuiApplication."""

    def __init__(self, devices: Path) -> None:
        self.model = BenchModel(json.loads(devices.read_text()))
        self._engine = QQmlApplicationEngine()
        self._engine.setInitialProperties({"bench": self.model})
        self._engine.load(_QML / "Bench.qml")
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def close(self) -> None:
        self.model.close()
        del self._engine


def run(devices: Path) -> int:
    """Show the bench until its window is closed; return the exit status."""
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    QQuickStyle.setStyle("Basic")
    application = QGuiApplication(sys.argv[:1])
    application.setFont(QFont("Noto Sans CJK SC", 11))
    bench = Bench(devices)
    try:
        return application.exec()
    finally:
        bench.close()
