pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property OwnModel own
    required property OwnHands hands
    readonly property bool isWide: width > height
    readonly property bool isBeside: isWide && !Theme.isLow

    name: "own"
    title: Theme.isLow ? page.own.number + " " + page.own.headline : isWide ? "" : qsTr("我的号")
    hint: Theme.isLow ? page.own.wait || page.own.advice : ""
    foot: [
        QuietButton {
            objectName: "leave"
            iconName: "home"
            text: qsTr("回到首页")
            onClicked: page.hands.leavePressed()
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "act-cancel"
            visible: page.own.cancel !== ""
            iconName: "cross"
            text: page.own.cancel
            onClicked: page.hands.actChosen("cancel")
        },
        PrimaryButton {
            objectName: "take"
            visible: page.own.isOver
            iconName: "ticket"
            text: qsTr("再取一个号")
            onClicked: page.hands.numberWanted()
        }
    ]

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isBeside ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        OwnPanel {
            visible: !Theme.isLow
            own: page.own
            roomHeight: grid.parent.height - (page.isBeside ? 0 : choices.implicitHeight + grid.rowSpacing)
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            id: choices

            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            Notice {
                objectName: "own-notice"
                visible: text !== ""
                tone: "warn"
                text: page.own.notice
                Layout.fillWidth: true
            }

            Notice {
                objectName: "own-proof"
                visible: text !== ""
                iconName: "card"
                text: page.own.proof
                Layout.fillWidth: true
            }

            GridLayout {
                columns: page.isWide && Theme.isLow ? 3 : 2
                columnSpacing: Theme.small
                rowSpacing: Theme.small
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: page.own.acts

                    ActButton {
                        required property var modelData

                        objectName: "act-" + modelData.act
                        text: modelData.text
                        hint: modelData.hint
                        iconName: modelData.icon
                        onClicked: page.hands.actChosen(modelData.act)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                }
            }

            RowLayout {
                visible: page.own.others.length > 0
                spacing: Theme.small
                Layout.fillWidth: true

                BodyText {
                    text: qsTr("您还有：")
                    color: Theme.quietInk
                }

                Repeater {
                    model: page.own.others

                    QuietButton {
                        required property var modelData

                        objectName: "number-" + modelData.number
                        text: modelData.number + " " + modelData.text
                        onClicked: page.hands.numberChosen(modelData.ticket)
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
