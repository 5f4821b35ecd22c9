pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What else can be done with the number in hand.
GridLayout {
    id: acts

    required property CounterFrameModel frame
    required property DeskModel desk
    required property CounterHands hands

    columns: 3
    uniformCellWidths: true
    columnSpacing: Theme.tiny
    rowSpacing: Theme.tiny

    Repeater {
        model: ["hold", "transfer", "convert", "add-matter", "note", "finish-part", "book", "accept-case", "hand-over"]

        Act {
            required property string modelData

            deed: modelData
            frame: acts.frame
            desk: acts.desk
            hands: acts.hands
            isSmall: true
            Layout.fillWidth: true
        }
    }
}
