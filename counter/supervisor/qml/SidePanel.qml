pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// What is looked at beside the windows; what was just done, or was not, stands below it.
Panel {
    id: side

    required property SupervisorFrameModel frame
    required property NowModel now
    required property ChosenModel chosen
    required property RatedModel rated
    required property AnsweringModel answering
    required property DevicesModel devices
    required property HallModel hall
    required property LockersModel lockers
    required property ChosenDoorModel chosenDoor
    required property MessagesModel messages
    required property SupervisorHands hands
    required property PickupHands pickup

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.small
        spacing: Theme.small

        RowLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true
            Layout.fillHeight: false

            Tab { panel: "now"; text: qsTr("现在"); key: "F2" }
            Tab { panel: "ratings"; text: qsTr("评价"); key: "F3" }
            Tab { panel: "devices"; text: qsTr("设备"); key: "F4" }
            Tab { panel: "notices"; text: qsTr("公告"); key: "F5" }
            Tab { panel: "hall"; text: qsTr("大厅"); key: "F6" }
            Tab { panel: "lockers"; text: qsTr("取件柜"); key: "F7"; visible: side.frame.hasLockers }
            Tab { panel: "messages"; text: qsTr("消息"); key: "F8"; visible: side.frame.hasMessages }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            NowPanel {
                anchors.fill: parent
                visible: side.frame.panel === "now"
                opacity: side.frame.away === "" ? 1 : 0.55
                model: side.now
                hands: side.hands
                pickup: side.pickup
            }

            WindowPanel {
                anchors.fill: parent
                visible: side.frame.panel === "window"
                model: side.chosen
                hands: side.hands
                isPending: side.frame.isPending
            }

            RatingsPanel {
                anchors.fill: parent
                visible: side.frame.panel === "ratings" && side.answering.followUpId === 0
                model: side.rated
                hands: side.hands
            }

            FollowUpPanel {
                anchors.fill: parent
                visible: side.frame.panel === "ratings" && side.answering.followUpId !== 0
                model: side.answering
                hands: side.hands
                isPending: side.frame.isPending
            }

            DevicesPanel {
                anchors.fill: parent
                visible: side.frame.panel === "devices"
                model: side.devices
            }

            NoticesPanel {
                anchors.fill: parent
                visible: side.frame.panel === "notices"
                model: side.hall
                hands: side.hands
                isPending: side.frame.isPending
            }

            LockersPanel {
                anchors.fill: parent
                visible: side.frame.panel === "lockers" && side.chosenDoor.key === "" && side.lockers.looseCase === ""
                model: side.lockers
                pickup: side.pickup
            }

            DoorPanel {
                anchors.fill: parent
                visible: side.frame.panel === "lockers" && side.chosenDoor.key !== ""
                model: side.chosenDoor
                pickup: side.pickup
                hands: side.hands
                isPending: side.frame.isPending
            }

            LoosePanel {
                anchors.fill: parent
                visible: side.frame.panel === "lockers" && side.lockers.looseCase !== ""
                model: side.lockers
                pickup: side.pickup
                hands: side.hands
                isPending: side.frame.isPending
            }

            MessagesPanel {
                anchors.fill: parent
                visible: side.frame.panel === "messages"
                model: side.messages
                pickup: side.pickup
                isPending: side.frame.isPending
            }

            ClosePanel {
                anchors.fill: parent
                visible: side.frame.panel === "hall"
                model: side.hall
                hands: side.hands
                isPending: side.frame.isPending
            }
        }

        QuietText {
            objectName: "late"
            visible: text !== ""
            text: side.frame.late
            color: Theme.warn
            Layout.fillWidth: true
        }

        Rectangle {
            objectName: "notice"
            visible: side.frame.noticeTitle !== ""
            color: Theme.tint(side.frame.noticeTone)
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: Theme.tone(side.frame.noticeTone)
            Layout.fillWidth: true
            Layout.preferredHeight: told.implicitHeight + 2 * Theme.small
            Accessible.role: Accessible.AlertMessage
            Accessible.name: side.frame.noticeTitle + " " + side.frame.noticeText

            RowLayout {
                id: told

                anchors.fill: parent
                anchors.margins: Theme.small
                spacing: Theme.small

                Icon {
                    name: side.frame.noticeTone === "good" ? "done" : "warning"
                    color: Theme.tone(side.frame.noticeTone)
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 1.2 * Theme.bodyPx
                    Layout.preferredHeight: 1.2 * Theme.bodyPx
                }

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    BodyText {
                        objectName: "notice-title"
                        text: side.frame.noticeTitle
                        font.bold: true
                        Layout.fillWidth: true
                    }

                    QuietText {
                        objectName: "notice-text"
                        visible: text !== ""
                        text: side.frame.noticeText
                        color: Theme.ink
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }

    component Tab: ToggleButton {
        id: tab

        required property string panel
        property string key: ""

        objectName: "panel-" + panel
        isOn: side.frame.panel === panel
        implicitHeight: 0.62 * Theme.targetEdge
        Accessible.description: key
        Layout.fillWidth: true
        onClicked: side.hands.choosePanel(panel)
    }
}
