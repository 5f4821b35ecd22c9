pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Wall
import Paihao.WindowScreen
import "../../wall/qml"

// The screen at one window: its number, whom it calls or serves, who works there, until when it is paused. What it
// says stands beside the window's number on a wide screen, below it on a square one.
Window {
    id: root

    required property WindowModel model
    required property SecondLanguage second
    property string page: model.lostCode !== "" && model.page !== "starting" ? "stale" : model.page
    readonly property bool isWide: width > 1.2 * height
    readonly property real step: Math.min(height, 0.9 * width) / 100
    readonly property real footHeight: 17 * step
    readonly property real lostHeight: page === "stale" ? 16 * step : 0

    width: 1280
    height: 720
    color: Theme.ground
    title: qsTr("窗口屏")

    Binding {
        target: Theme
        property: "unit"
        value: root.step * 100 / 1080
    }

    Rectangle {
        id: lost

        objectName: "stale"
        visible: root.lostHeight > 0
        width: root.width
        height: root.lostHeight
        color: Theme.warn

        Accessible.role: Accessible.AlertMessage
        Accessible.name: lostText.first

        Icon {
            id: lostIcon

            x: 3 * root.step
            anchors.verticalCenter: parent.verticalCenter
            width: 8 * root.step
            height: width
            name: "offline"
            color: Theme.inkOn("warn")
        }

        TwoTexts {
            id: lostText

            anchors.left: lostIcon.right
            anchors.right: parent.right
            anchors.margins: 3 * root.step
            anchors.verticalCenter: parent.verticalCenter
            name: "stale-text"
            first: qsTr("连接中断，画面停在 %1，请听窗口人员安排").arg(root.model.lostAt)
            second: root.second.of("Main", "连接中断，画面停在 %1，请听窗口人员安排").arg(root.model.lostAt)
            color: Theme.inkOn("warn")
            px: 6 * root.step
            secondPx: 4 * root.step
        }
    }

    WindowNumber {
        id: plate

        model: root.model
        second: root.second
        step: root.step
        y: root.lostHeight
        width: root.isWide ? Math.min(root.width * 0.34, 70 * root.step) : root.width
        height: root.isWide ? root.height - root.lostHeight - root.footHeight : 22 * root.step
        isLying: !root.isWide
    }

    Saying {
        model: root.model
        second: root.second
        step: root.step
        x: root.isWide ? plate.width : 0
        y: root.isWide ? root.lostHeight : root.lostHeight + plate.height
        width: root.width - x
        height: root.height - root.footHeight - y
    }

    Foot {
        model: root.model
        second: root.second
        step: root.step
        y: root.height - root.footHeight
        width: root.width
        height: root.footHeight
    }
}
