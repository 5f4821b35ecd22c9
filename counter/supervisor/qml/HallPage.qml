import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// The hall at a glance at the left, what wants a look or a hand at the right.
FocusScope {
    id: page

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
    readonly property bool isAtLockers: frame.panel === "lockers"

    Accessible.role: Accessible.Pane
    Accessible.name: page.frame.hallName

    Shortcut { sequence: "F2"; enabled: page.visible; onActivated: page.hands.choosePanel("now") }
    Shortcut { sequence: "F3"; enabled: page.visible; onActivated: page.hands.choosePanel("ratings") }
    Shortcut { sequence: "F4"; enabled: page.visible; onActivated: page.hands.choosePanel("devices") }
    Shortcut { sequence: "F5"; enabled: page.visible; onActivated: page.hands.choosePanel("notices") }
    Shortcut { sequence: "F6"; enabled: page.visible; onActivated: page.hands.choosePanel("hall") }
    Shortcut { sequence: "F7"; enabled: page.visible && page.frame.hasLockers; onActivated: page.hands.choosePanel("lockers") }
    Shortcut { sequence: "F8"; enabled: page.visible && page.frame.hasMessages; onActivated: page.hands.choosePanel("messages") }
    Shortcut { sequence: "F12"; enabled: page.visible; onActivated: page.hands.logOut() }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.small
        spacing: Theme.small

        Head {
            overview: page.overview
            frame: page.frame
            now: page.now
            hands: page.hands
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                TileGrid {
                    anchors.fill: parent
                    visible: !page.isAtLockers
                    model: page.grid
                    overview: page.overview
                    hands: page.hands
                    focus: true
                    opacity: page.frame.away === "" ? 1 : 0.55
                }

                CabinetBoard {
                    anchors.fill: parent
                    visible: page.isAtLockers
                    model: page.lockers
                    overview: page.overview
                    pickup: page.pickup
                    opacity: page.frame.away === "" ? 1 : 0.55
                }
            }

            SidePanel {
                frame: page.frame
                now: page.now
                chosen: page.chosen
                rated: page.rated
                answering: page.answering
                devices: page.devices
                hall: page.hall
                lockers: page.lockers
                chosenDoor: page.chosenDoor
                messages: page.messages
                hands: page.hands
                pickup: page.pickup
                Layout.preferredWidth: Math.max(980 * Theme.unit, 0.35 * page.width)
                Layout.fillHeight: true
            }
        }
    }
}
