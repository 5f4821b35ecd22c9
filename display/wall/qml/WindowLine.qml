import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// 请到 3 号窗口, its number larger than its words. The words before the number go first where room is short.
ColumnLayout {
    id: line

    required property WallModel model
    required property SecondLanguage second
    required property color color
    required property real px
    required property real room
    required property bool isAwaited
    readonly property string text: phrase.arg(model.window)
    readonly property string phrase: isAwaited ? qsTr("请到 %1 号窗口") : qsTr("%1 号窗口")
    readonly property string secondPhrase: second.of("WindowLine", isAwaited ? "请到 %1 号窗口" : "%1 号窗口")
    readonly property real wordPx: px * 0.62
    readonly property string secondLong: [secondPhrase.arg(model.window), model.secondPlace].filter(words => words !== "").join(", ")
    readonly property real secondRoom: room - (model.place === "" ? 0 : place.implicitWidth + 0.3 * px)

    objectName: "window"
    spacing: 0

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        spacing: line.px * 0.12
        Layout.alignment: Qt.AlignHCenter

        WallText {
            visible: text !== "" && before.width + digits.advanceWidth + after.width + 0.3 * line.px < line.room
            text: before.text
            color: line.color
            font.pixelSize: line.wordPx
            font.bold: true
            Layout.topMargin: line.px * 0.2
        }

        WallText {
            objectName: "window-number"
            text: line.model.window
            color: line.color
            font.pixelSize: line.px
            font.bold: true
            lineFactor: 1
        }

        WallText {
            visible: text !== ""
            text: after.text
            color: line.color
            font.pixelSize: line.wordPx
            font.bold: true
            Layout.topMargin: line.px * 0.2
        }
    }

    RowLayout {
        spacing: line.px * 0.3
        Layout.maximumWidth: line.room
        Layout.alignment: Qt.AlignHCenter

        WallText {
            id: place

            objectName: "place"
            visible: text !== ""
            text: line.model.place
            color: line.color
            font.pixelSize: line.px * 0.4
            font.bold: true
        }

        WallText {
            objectName: "window-second"
            text: short.advanceWidth(line.secondLong) < line.secondRoom ? line.secondLong : line.secondPhrase.arg(line.model.window)
            color: line.color
            font.pixelSize: line.px * 0.36
            Layout.fillWidth: true
        }
    }

    FontMetrics {
        id: short

        font.family: Theme.family
        font.pixelSize: line.px * 0.36
    }

    TextMetrics {
        id: before

        text: line.phrase.split("%1")[0].trim()
        font.family: Theme.family
        font.pixelSize: line.wordPx
        font.bold: true
    }

    TextMetrics {
        id: digits

        text: line.model.window
        font.family: Theme.family
        font.pixelSize: line.px
        font.bold: true
    }

    TextMetrics {
        id: after

        text: line.phrase.split("%1")[1].trim()
        font.family: Theme.family
        font.pixelSize: line.wordPx
        font.bold: true
    }
}
