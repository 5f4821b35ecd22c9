pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The calls before the newest. Those whose window still waits stand out by a mark, a tint and full ink.
Panel {
    id: list

    required property WallModel model
    required property SecondLanguage second
    readonly property int rows: 7

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.small
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap

            WallText {
                objectName: "numbers"
                text: qsTr("号码") + "  " + list.second.of("EarlierCalls", "号码")
                color: Theme.quietInk
                font.pixelSize: Theme.bodyPx
                Layout.fillWidth: true
            }

            WallText {
                objectName: "windows"
                text: qsTr("窗口") + "  " + list.second.of("EarlierCalls", "窗口")
                color: Theme.quietInk
                font.pixelSize: Theme.bodyPx
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }

        Repeater {
            model: list.rows

            Rectangle {
                id: row

                required property int index
                readonly property var call: list.model.earlier[index] ?? null
                readonly property bool isAwaited: call?.isAwaited ?? false
                readonly property color ink: isAwaited ? Theme.ink : Theme.quietInk

                objectName: call ? "earlier-" + index : ""
                color: isAwaited ? Theme.infoTint : "transparent"
                radius: Theme.smallRadius
                Layout.fillWidth: true
                Layout.fillHeight: true

                Rectangle {
                    visible: row.isAwaited
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.tiny
                    height: parent.height * 0.7
                    radius: width / 2
                    color: Theme.action
                }

                Rectangle {
                    visible: row.index > 0 && row.call !== null
                    width: parent.width
                    height: Theme.hair
                    color: Theme.line
                }

                RowLayout {
                    visible: row.call !== null
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap
                    anchors.rightMargin: Theme.gap
                    spacing: Theme.gap

                    Rectangle {
                        color: Theme.tone(row.call?.ticketClass ?? "")
                        radius: Theme.smallRadius
                        Layout.preferredWidth: Theme.titlePx * 0.9
                        Layout.preferredHeight: Theme.titlePx * 0.9

                        WallText {
                            anchors.centerIn: parent
                            text: Classes.letter(row.call?.ticketClass ?? "")
                            color: Theme.inkOn(row.call?.ticketClass ?? "")
                            font.pixelSize: Theme.bodyPx
                            font.bold: true
                        }
                    }

                    WallText {
                        objectName: "earlier-number-" + row.index
                        text: row.call?.number ?? ""
                        color: row.ink
                        font.pixelSize: Theme.displayPx * 0.78
                        font.bold: true
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }

                    Icon {
                        name: "forward"
                        color: row.ink
                        Layout.preferredWidth: Theme.leadPx
                        Layout.preferredHeight: Theme.leadPx
                    }

                    WallText {
                        objectName: "earlier-window-" + row.index
                        text: row.call?.window ?? ""
                        color: row.ink
                        font.pixelSize: Theme.displayPx * 0.78
                        font.bold: true
                        horizontalAlignment: Text.AlignRight
                        Layout.preferredWidth: Theme.unit * 160
                        Layout.fillHeight: true
                    }
                }
            }
        }
    }
}
