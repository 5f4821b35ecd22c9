import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// The whole hall on one screen of a desk.
Window {
    id: root

    required property Overview overview
    required property SupervisorFrameModel frame
    required property GridModel grid
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
    readonly property string page: frame.page

    width: Screen.desktopAvailableWidth
    height: Screen.desktopAvailableHeight
    minimumWidth: 1180
    minimumHeight: 720
    color: Theme.ground
    title: qsTr("值班主任")

    Binding {
        target: Theme
        property: "unit"
        value: Math.max(0.43, Math.min(root.width / 1920, root.height / 1080) * 0.5)
    }

    Shortcut {
        sequence: "Escape"
        onActivated: root.hands.back()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            visible: root.frame.away !== ""
            color: Theme.tint("bad")
            Layout.fillWidth: true
            Layout.preferredHeight: away.implicitHeight

            Notice {
                id: away

                objectName: "away"
                tone: "bad"
                iconName: "offline"
                title: root.frame.away
                text: root.frame.awayHint
                radius: 0
                implicitHeight: 2.1 * Theme.targetEdge * 0.62
                anchors.left: parent.left
                anchors.right: parent.right
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            LogInPage {
                anchors.fill: parent
                visible: root.page === "login"
                overview: root.overview
                frame: root.frame
                hands: root.hands
            }

            HallPage {
                anchors.fill: parent
                visible: root.page === "hall"
                overview: root.overview
                frame: root.frame
                grid: root.grid
                now: root.now
                chosen: root.chosen
                rated: root.rated
                answering: root.answering
                devices: root.devices
                hall: root.hall
                lockers: root.lockers
                chosenDoor: root.chosenDoor
                messages: root.messages
                hands: root.hands
                pickup: root.pickup
            }

            Pulse {
                anchors.centerIn: parent
                visible: root.page === "connecting"
            }
        }
    }
}
