import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One thing that is wrong and what to do about it; pressed, it leads there. A tick says it was seen.
T.AbstractButton {
    id: alarm

    required property string kind
    required property string subject
    required property double sinceMs
    required property string title
    required property string remedy
    required property string since
    required property string tone
    required property int window
    required property string cabinet
    required property int door
    required property string loose
    required property bool isAcknowledged
    required property var model
    readonly property string leadsTo: model.panel ?? ""

    signal acknowledged
    signal followed

    objectName: "alarm-" + kind + "-" + subject
    height: implicitHeight
    implicitHeight: row.implicitHeight + 2 * Theme.tiny
    focusPolicy: Qt.StrongFocus
    opacity: isAcknowledged ? 0.6 : 1
    Accessible.role: Accessible.Button
    Accessible.name: title + " " + remedy
    Accessible.onPressAction: alarm.click()
    Keys.onReturnPressed: alarm.click()
    Keys.onEnterPressed: alarm.click()
    Keys.onDeletePressed: alarm.acknowledged()
    onClicked: alarm.followed()

    background: Rectangle {
        color: alarm.isAcknowledged ? Theme.surface : Theme.tint(alarm.tone)
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: alarm.isAcknowledged ? Theme.line : Theme.tone(alarm.tone)

        FocusRing {
            visible: alarm.visualFocus
            radius: Theme.smallRadius
        }
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.tiny
            spacing: Theme.small

            Icon {
                name: alarm.model.icon ?? ""
                color: Theme.tone(alarm.tone)
                Layout.alignment: Qt.AlignVCenter
                Layout.preferredWidth: 1.4 * Theme.bodyPx
                Layout.preferredHeight: 1.4 * Theme.bodyPx
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: alarm.title
                    font.bold: !alarm.isAcknowledged
                    Layout.fillWidth: true
                }

                RowLayout {
                    spacing: Theme.small
                    Layout.fillWidth: true

                    QuietText {
                        text: alarm.remedy
                        Layout.fillWidth: true
                    }

                    QuietText {
                        text: alarm.since
                        wrapMode: Text.NoWrap
                        Layout.alignment: Qt.AlignBottom
                    }
                }
            }

            T.AbstractButton {
                id: seen

                objectName: "seen-" + alarm.kind + "-" + alarm.subject
                opacity: enabled ? 1 : 0
                enabled: !alarm.isAcknowledged
                focusPolicy: Qt.TabFocus
                implicitWidth: 0.6 * Theme.targetEdge
                implicitHeight: 0.6 * Theme.targetEdge
                Accessible.role: Accessible.Button
                Accessible.name: qsTr("知道了")
                Accessible.onPressAction: seen.click()
                Keys.onReturnPressed: seen.click()
                onClicked: alarm.acknowledged()

                background: Rectangle {
                    color: seen.down ? Theme.pressedSurface : Theme.surface
                    radius: Theme.smallRadius
                    border.width: Theme.hair
                    border.color: Theme.line

                    FocusRing {
                        visible: seen.visualFocus
                        radius: Theme.smallRadius
                    }
                }

                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: "check"
                        width: Theme.bodyPx
                        height: Theme.bodyPx
                    }
                }
            }
        }
    }
}
