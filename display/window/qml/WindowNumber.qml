import QtQuick
import Paihao.Kit
import Paihao.Wall
import Paihao.WindowScreen
import "../../wall/qml"

// Which window this is.
Rectangle {
    id: plate

    required property WindowModel model
    required property SecondLanguage second
    required property real step
    property bool isLying: false
    readonly property bool isOpen: model.page !== "closed" && model.page !== "starting"
    readonly property color ink: Theme.surface

    color: isOpen ? Theme.ink : Theme.quietInk

    WallText {
        id: digits

        objectName: "window"
        x: (plate.isLying ? 5 : 2) * plate.step
        y: (plate.height - height) / 2 - (plate.isLying ? 0 : 0.09 * plate.height)
        width: plate.isLying ? implicitWidth : plate.width - 4 * plate.step
        text: plate.model.window
        color: plate.ink
        font.pixelSize: plate.isLying ? 14 * plate.step : Math.min(42 * plate.step, 0.5 * plate.height)
        font.bold: true
        lineFactor: 0.85
        horizontalAlignment: Text.AlignHCenter
    }

    TwoTexts {
        x: plate.isLying ? digits.x + digits.width + 4 * plate.step : 2 * plate.step
        y: (plate.height - height) / 2 + (plate.isLying ? 0 : 0.26 * plate.height)
        width: plate.width - x - 2 * plate.step
        name: "window-words"
        first: qsTr("号窗口")
        second: plate.second.of("WindowNumber", "号窗口")
        color: plate.ink
        px: (plate.isLying ? 8 : 10) * plate.step
        secondPx: (plate.isLying ? 5.4 : 7) * plate.step
        alignment: plate.isLying ? Text.AlignLeft : Text.AlignHCenter
    }
}
