"""A front end's window on its QML engine: font, import paths, QR images, language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from display.kit.errors import PageBroken
from display.kit.languages import SOURCE, Languages
from display.kit.qr import QrProvider

KIT_QML = Path(__file__).parent / "qml"
FAMILY = "Noto Sans CJK SC"  # named, since Qt otherwise takes the digits from another face
SMALLEST_PX = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontEnd:
    """What a front end is made of: its main QML file (a `Window`), and its folder of translations.

    `guests` are the folders of those whose pages or words it shows beside its own.
    """

    name: str
    main: Path
    texts: Path
    guests: tuple[Path, ...] = ()


class OpenWindow:
    """The window and what keeps it alive. `properties` become initial properties of the main QML file.

    Close it before its view-models die; otherwise bindings complain about null on the way out.
    """

    def __init__(self, front: FrontEnd, properties: Mapping[str, QObject]) -> None:
        set_font()
        self.languages = Languages([front.texts, *front.guests])
        self.mode = "day"
        self.is_low = False
        self._properties = dict(properties)
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(KIT_QML))
        self.engine.addImageProvider("qr", QrProvider())
        complaints: list[str] = []
        self.engine.warnings.connect(lambda found: complaints.extend(one.toString() for one in found))
        self.engine.setInitialProperties(self._properties)
        self.engine.load(QUrl.fromLocalFile(str(front.main)))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise PageBroken("; ".join(complaints) or f"{front.main.name} holds no window")
        self.window: QQuickWindow = roots[0]

    def speak(self, tag: str) -> None:
        """Show every text in the language `tag`, in its own forms of the characters."""
        self.languages.choose(tag)
        self._theme().setProperty("language", tag)
        self.engine.retranslate()

    def dress(self, mode: str, *, is_low: bool = False) -> None:
        """Show everything in a mode of the theme: day, contrast or elderly.

        `is_low`: all that can be pressed lies in the lower half, where a front end has such pages.
        """
        self.mode, self.is_low = mode, is_low
        self._theme().setProperty("mode", mode)
        self._theme().setProperty("isLow", is_low)

    def _theme(self) -> QObject:
        theme = self.engine.singletonInstance("Paihao.Kit", "Theme")
        assert isinstance(theme, QObject)
        return theme

    def resize(self, width: int, height: int) -> None:
        self.window.setWidth(width)
        self.window.setHeight(height)

    def close(self) -> None:
        """At once, so that no binding outlives its view-model; its language goes with it."""
        self.window.close()
        shiboken6.delete(self.engine)
        self.languages.choose(SOURCE)


def application(name: str) -> QGuiApplication:
    """The Qt application of this process, made when there is none yet."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    made = QGuiApplication([name])
    made.setApplicationName(name)
    return made


def set_font() -> None:
    font = QFont(FAMILY)
    font.setPixelSize(SMALLEST_PX)
    QGuiApplication.setFont(font)
