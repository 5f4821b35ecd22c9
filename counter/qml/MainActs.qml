import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// The presses of every service. They never move.
ColumnLayout {
    id: acts

    required property CounterFrameModel frame
    required property DeskModel desk
    required property CounterHands hands

    spacing: Theme.tiny

    Act {
        deed: "call-next"
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        Layout.fillWidth: true
    }

    GridLayout {
        columns: 2
        uniformCellWidths: true
        uniformCellHeights: true
        columnSpacing: Theme.tiny
        rowSpacing: Theme.tiny
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            deed: "recall"
            frame: acts.frame
            desk: acts.desk
            hands: acts.hands
            Layout.fillWidth: true
        }

        Act {
            deed: "start"
            frame: acts.frame
            desk: acts.desk
            hands: acts.hands
            Layout.fillWidth: true
        }

        Act {
            deed: "no-show"
            hint: acts.desk.callsMissing > 0 ? qsTr("还差 %n 次", "", acts.desk.callsMissing) : ""
            frame: acts.frame
            desk: acts.desk
            hands: acts.hands
            Layout.fillWidth: true
        }

        Act {
            deed: "finish"
            frame: acts.frame
            desk: acts.desk
            hands: acts.hands
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
