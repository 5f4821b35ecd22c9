"""A small front end made of the kit alone."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication

from display.kit.rehearsal import Rehearsal
from display.kit.window import FrontEnd, OpenWindow

SAMPLER = """
import QtQuick
import QtQuick.Layouts
import Paihao.Kit

Window {
    id: root

    property string page: "first"
    property int presses: 0

    width: 1080
    height: 1920

    Page {
        anchors.fill: parent
        name: root.page
        title: "标题"

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right

            ChoiceCard {
                objectName: "card"
                text: "办理业务"
                iconName: "accept"
                onClicked: root.page = "second"
                Layout.fillWidth: true
            }
            PrimaryButton { objectName: "main"; text: "好"; onClicked: root.presses += 1 }
            QuietButton { objectName: "off"; text: "不行"; enabled: false }
            QuietButton { objectName: "hidden"; text: "看不见"; visible: false }
            Item { Layout.preferredHeight: 3000 }
            QuietButton { objectName: "outside"; text: "够不着" }
        }
    }

    RowLayout {
        y: 1000
        visible: root.page === "second"

        Repeater {
            model: root.page === "second" ? ["left", "right"] : []

            QuietButton {
                required property string modelData

                objectName: modelData
                text: modelData
                onClicked: root.page = modelData
            }
        }
    }

    MouseArea {
        objectName: "cover"
        visible: root.presses > 1
        anchors.fill: parent
    }

    TextInput { objectName: "field"; width: 300; height: 60 }
    BodyText { objectName: "count"; text: "按了 " + root.presses + " 次" }
    BodyText {
        visible: root.page === "second"
        text: "放不下的字放不下的字"
        wrapMode: Text.NoWrap
        width: 40
    }
}
"""


@pytest.fixture
def sampler(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rehearsal]:
    request.getfixturevalue("qapp")
    main = tmp_path / "Main.qml"
    main.write_text(SAMPLER)
    opened = OpenWindow(FrontEnd(name="sampler", main=main, texts=tmp_path), {})
    opened.window.setVisible(True)
    opened.window.grabWindow()
    QCoreApplication.processEvents()
    yield Rehearsal(opened)
    opened.dress("day")
    opened.close()
