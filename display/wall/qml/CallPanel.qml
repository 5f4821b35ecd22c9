import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The newest call, as large as it goes. A new call and a recall breathe a few times; nothing flashes. Once its
// holder is there it steps back: it stays to be read, without its colour and without asking anybody to come.
Rectangle {
    id: panel

    required property WallModel model
    required property SecondLanguage second
    readonly property var plan: model.plan
    readonly property bool hasCall: model.number !== ""
    readonly property bool isAwaited: hasCall && model.isAwaited
    readonly property int callId: model.callId
    readonly property color ink: isAwaited ? Theme.inkOn(model.ticketClass) : Theme.ink
    readonly property real windowPx: Math.max(plan.calledPx, Math.min(height * 0.24, width / 8))
    readonly property real numberPx: Math.max(plan.calledPx, Math.min(height - head.height - windowPx * 1.55, (width - 2 * Theme.gap) / (0.62 * Math.max(3, model.number.length))))

    objectName: "call"
    color: isAwaited ? Theme.tone(model.ticketClass) : Theme.surface
    border.width: isAwaited ? 0 : Theme.hair
    border.color: Theme.line
    radius: Theme.radius
    onCallIdChanged: breathing.restart()

    Rectangle {
        id: breath

        anchors.fill: parent
        radius: panel.radius
        color: Theme.surface
        opacity: 0

        SequentialAnimation {
            id: breathing

            loops: 3

            NumberAnimation {
                target: breath
                property: "opacity"
                to: 0.12
                duration: 700
                easing.type: Easing.InOutSine
            }

            NumberAnimation {
                target: breath
                property: "opacity"
                to: 0
                duration: 700
                easing.type: Easing.InOutSine
            }
        }
    }

    TwoTexts {
        visible: !panel.hasCall
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        name: "no-call"
        first: qsTr("请留意叫号")
        second: panel.second.of("CallPanel", "请留意叫号")
        secondColor: Theme.quietInk
        px: panel.plan.calledPx
        alignment: Text.AlignHCenter
    }

    RowLayout {
        id: head

        visible: panel.hasCall
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap
        height: Math.min(panel.height * 0.15, panel.plan.besidePx * 1.5)
        spacing: Theme.small

        Icon {
            name: panel.model.ticketClass
            color: panel.isAwaited ? panel.ink : Theme.quietInk
            Layout.preferredWidth: head.height * 0.86
            Layout.preferredHeight: head.height * 0.86
        }

        TwoTexts {
            name: "class"
            first: Classes.label(panel.model.ticketClass)
            second: panel.second.ofClass(panel.model.ticketClass)
            color: panel.ink
            px: head.height * 0.54
            secondPx: head.height * 0.36
            Layout.fillWidth: true
        }

        TwoTexts {
            visible: panel.isAwaited && panel.model.isRecall
            name: "recall"
            first: qsTr("再次呼叫")
            second: panel.second.of("CallPanel", "再次呼叫")
            color: panel.ink
            px: head.height * 0.54
            secondPx: head.height * 0.36
            alignment: Text.AlignRight
            Layout.fillWidth: true
        }
    }

    WallText {
        objectName: "number"
        visible: panel.hasCall
        anchors.top: head.bottom
        anchors.bottom: where.top
        anchors.left: parent.left
        anchors.right: parent.right
        text: panel.model.number
        color: panel.ink
        font.pixelSize: panel.numberPx
        font.bold: true
        lineFactor: 0.85
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        id: where

        visible: panel.hasCall
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottomMargin: Theme.small
        spacing: panel.windowPx * 0.3

        Arrow {
            objectName: "arrow"
            direction: panel.model.arrow
            color: panel.ink
            Layout.preferredWidth: panel.windowPx * 1.2
            Layout.preferredHeight: panel.windowPx * 1.2
        }

        WindowLine {
            model: panel.model
            second: panel.second
            color: panel.ink
            px: panel.windowPx
            isAwaited: panel.isAwaited
            room: panel.width - 2 * Theme.gap - (panel.model.arrow === "" ? 0 : 1.5 * panel.windowPx)
        }
    }
}
