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
    readonly property bool hasCall: model.number !== ""
    readonly property bool isAwaited: hasCall && model.isAwaited
    readonly property int callId: model.callId
    readonly property color ink: isAwaited ? Theme.inkOn(model.ticketClass) : Theme.ink

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
        px: Theme.displayPx
        alignment: Text.AlignHCenter
    }

    ColumnLayout {
        visible: panel.hasCall
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: 0

        RowLayout {
            spacing: Theme.small
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.small
            Layout.fillWidth: true

            Icon {
                name: panel.model.ticketClass
                color: panel.isAwaited ? panel.ink : Theme.quietInk
                Layout.preferredWidth: panel.height * 0.11
                Layout.preferredHeight: panel.height * 0.11
            }

            TwoTexts {
                name: "class"
                first: Classes.label(panel.model.ticketClass)
                second: panel.second.of("Classes", Classes.label(panel.model.ticketClass))
                color: panel.ink
                px: panel.height * 0.08
                secondPx: panel.height * 0.045
                Layout.fillWidth: true
            }

            TwoTexts {
                visible: panel.isAwaited && panel.model.isRecall
                name: "recall"
                first: qsTr("再次呼叫")
                second: panel.second.of("CallPanel", "再次呼叫")
                color: panel.ink
                px: panel.height * 0.08
                secondPx: panel.height * 0.045
                alignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }

        WallText {
            objectName: "number"
            text: panel.model.number
            color: panel.ink
            font.pixelSize: panel.height * 0.52
            font.bold: true
            lineFactor: 0.85
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        TwoTexts {
            name: "window"
            first: (panel.isAwaited ? qsTr("请到 %1 号窗口") : qsTr("%1 号窗口")).arg(panel.model.window)
            second: panel.second.of("CallPanel", panel.isAwaited ? "请到 %1 号窗口" : "%1 号窗口").arg(panel.model.window)
            color: panel.ink
            px: panel.height * 0.19
            secondPx: panel.height * 0.085
            alignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
