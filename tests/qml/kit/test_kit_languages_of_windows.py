"""A window's language ends with it: the next one in the same process does not inherit it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from display.kit.window import FrontEnd, OpenWindow


def test_a_window_that_is_closed_takes_its_language_with_it(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert qapp is not None
    main = tmp_path / "Main.qml"
    main.write_text("import QtQuick\nimport Paihao.Kit\nWindow { color: Theme.ground }\n")
    opened = OpenWindow(FrontEnd(name="sampler", main=main, texts=tmp_path), {})
    opened.speak("en")
    assert QCoreApplication.translate("Classes", "受理") == "Apply"
    opened.close()
    assert QCoreApplication.translate("Classes", "受理") == "受理"
