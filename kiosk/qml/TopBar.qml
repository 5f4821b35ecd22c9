import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The hall's name, the language, and where in the visit one is.
ColumnLayout {
    id: bar

    required property ShellModel shell
    required property Hands hands

    spacing: 0

    Rectangle {
        color: Theme.surface
        Layout.fillWidth: true
        Layout.preferredHeight: 1.25 * Theme.targetEdge

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hair
            color: Theme.line
        }

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            spacing: Theme.gap

            BodyText {
                objectName: "hall-name"
                text: bar.shell.hallName
                font.bold: true
                Layout.fillWidth: true
            }

            LanguageSwitch {
                current: bar.shell.language
                onChosen: tag => bar.hands.languageChosen(tag)
            }
        }
    }

    StepBar {
        visible: bar.shell.step >= 0
        steps: [qsTr("选业务"), qsTr("刷卡"), qsTr("确认"), qsTr("取号")]
        current: bar.shell.step
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.gap
    }
}
