import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk
import "pages"

Window {
    id: root

    required property ShellModel shell
    required property ChoiceModel choice
    required property TicketModel ticket
    required property MessageModel message
    required property Hands hands
    readonly property string page: shell.page
    readonly property bool isWide: width > height

    width: 1080
    height: 1920
    color: Theme.ground
    title: shell.hallName

    Binding {
        target: Theme
        property: "unit"
        value: root.isWide ? root.height / 1240 : root.width / 1080
    }

    PointHandler {
        onActiveChanged: root.hands.touched()
    }

    ColumnLayout {
        anchors.fill: parent
        visible: !root.shell.isAsked
        spacing: 0

        TopBar {
            shell: root.shell
            hands: root.hands
            Layout.fillWidth: true
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            TakingPages {
                anchors.fill: parent
                page: root.page
                choice: root.choice
                ticket: root.ticket
                message: root.message
                hands: root.hands
            }
        }
    }

    StillThere {
        anchors.fill: parent
        visible: root.shell.isAsked
        hands: root.hands
    }
}
