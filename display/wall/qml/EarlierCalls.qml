pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The calls before the newest. A fresh one is filled in its class's colour with a bell; one whose window still waits
// has a mark, a tint and full ink.
Panel {
    id: list

    required property WallModel model
    required property SecondLanguage second
    readonly property var plan: model.plan
    readonly property real headHeight: 0.9 * plan.besidePx + plan.gap

    WallText {
        objectName: "numbers"
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        y: Theme.small / 2
        text: qsTr("号码") + " " + list.second.of("EarlierCalls", "号码")
        color: Theme.quietInk
        font.pixelSize: list.plan.besidePx * 0.62
        height: list.headHeight - Theme.small
    }

    WallText {
        objectName: "windows"
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        y: Theme.small / 2
        text: qsTr("窗口") + " " + list.second.of("EarlierCalls", "窗口")
        color: Theme.quietInk
        font.pixelSize: list.plan.besidePx * 0.62
        height: list.headHeight - Theme.small
    }

    Repeater {
        model: list.plan.rows

        Rectangle {
            id: row

            required property int index
            readonly property var call: list.model.earlier[index] ?? null
            readonly property bool isAwaited: call?.isAwaited ?? false
            readonly property bool isFresh: call?.isFresh ?? false
            readonly property string ticketClass: call?.ticketClass ?? ""
            readonly property color ink: isFresh ? Theme.inkOn(ticketClass) : isAwaited ? Theme.ink : Theme.quietInk
            readonly property real px: list.plan.calledPx

            objectName: call ? "earlier-" + index : ""
            x: Theme.small / 2
            y: list.headHeight - Theme.small / 2 + index * list.plan.rowHeight
            width: list.width - Theme.small
            height: list.plan.rowHeight
            color: isFresh ? Theme.tone(ticketClass) : isAwaited ? Theme.infoTint : "transparent"
            radius: Theme.smallRadius

            Rectangle {
                visible: row.isAwaited && !row.isFresh
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
                anchors.leftMargin: Theme.gap * 0.7
                anchors.rightMargin: Theme.gap * 0.7
                spacing: row.px * 0.3

                Rectangle {
                    color: row.isFresh ? "transparent" : Theme.tone(row.ticketClass)
                    radius: Theme.smallRadius
                    Layout.preferredWidth: row.px * 0.8
                    Layout.preferredHeight: row.px * 0.8

                    WallText {
                        visible: !row.isFresh
                        anchors.centerIn: parent
                        text: Classes.letter(row.ticketClass)
                        color: Theme.inkOn(row.ticketClass)
                        font.pixelSize: row.px * 0.52
                        font.bold: true
                    }

                    Icon {
                        visible: row.isFresh
                        anchors.fill: parent
                        name: "bell"
                        color: row.ink
                        weight: 2.2
                    }
                }

                WallText {
                    objectName: "earlier-number-" + row.index
                    text: row.call?.number ?? ""
                    color: row.ink
                    font.pixelSize: row.px
                    font.bold: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }

                Arrow {
                    objectName: "earlier-arrow-" + row.index
                    direction: row.call?.arrow ?? ""
                    color: row.ink
                    Layout.preferredWidth: row.px * 0.8
                    Layout.preferredHeight: row.px * 0.8
                }

                WallText {
                    objectName: "earlier-window-" + row.index
                    text: row.call?.window ?? ""
                    color: row.ink
                    font.pixelSize: row.px
                    font.bold: true
                    horizontalAlignment: Text.AlignRight
                    Layout.preferredWidth: row.px * 0.6 * list.plan.windowLetters + 2
                    Layout.fillHeight: true
                }
            }
        }
    }
}
