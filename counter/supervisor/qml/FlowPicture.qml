pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// Today by quarters of an hour: taken and called as bars side by side, waiting as a step above them.
// The bars are rounded, since Qt's software renderer cuts each square rectangle out of all that lies beneath it:
// a day's bars made thousands of pieces of it in each frame, in blocks that the heap never gave back.
Item {
    id: picture

    required property NowModel model
    readonly property real foot: 1.4 * Theme.captionPx
    readonly property real head: 1.5 * Theme.captionPx
    readonly property real step: (width - edge) / Math.max(1, model.places)
    readonly property real edge: 2.4 * Theme.captionPx
    readonly property real room: height - foot - head

    objectName: "flow"
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("今天每一刻钟取号、叫号和等候")

    RowLayout {
        x: picture.edge
        width: picture.width - picture.edge
        height: picture.head
        spacing: Theme.gap

        Legend { ink: Theme.accept; text: qsTr("取号") }
        Legend { ink: Theme.good; text: qsTr("叫号") }
        Legend { ink: Theme.warn; text: qsTr("等候"); isLine: true }

        Item {
            Layout.fillWidth: true
        }
    }

    QuietText {
        visible: quarters.count === 0
        anchors.centerIn: parent
        text: qsTr("开门以后，这里一刻钟画一格。")
    }

    Repeater {
        model: 2

        Rectangle {
            required property int index

            visible: quarters.count > 0
            color: Theme.line
            x: picture.edge
            y: picture.head + index * picture.room / 2
            width: picture.width - picture.edge
            height: Theme.hair
            opacity: 0.7
        }
    }

    QuietText {
        visible: quarters.count > 0
        text: picture.model.top
        y: picture.head - 0.6 * height
        width: picture.edge - Theme.tiny
        horizontalAlignment: Text.AlignRight
    }

    Rectangle {
        color: Theme.quietInk
        x: picture.edge
        y: picture.head + picture.room
        width: picture.width - picture.edge
        height: Theme.hair
    }

    Repeater {
        id: quarters

        model: picture.model.quarters

        Item {
            id: quarter

            required property int index
            required property double taken
            required property double called
            required property double waiting
            required property string label
            required property string spoken

            x: picture.edge + index * picture.step
            y: picture.head
            width: picture.step
            height: picture.room
            Accessible.role: Accessible.StaticText
            Accessible.name: spoken

            Rectangle {
                color: Theme.accept
                radius: Theme.hair
                x: 0.12 * quarter.width
                y: quarter.height - height
                width: 0.36 * quarter.width
                height: quarter.height * quarter.taken
            }

            Rectangle {
                color: Theme.good
                radius: Theme.hair
                x: 0.52 * quarter.width
                y: quarter.height - height
                width: 0.36 * quarter.width
                height: quarter.height * quarter.called
            }

            Rectangle {
                color: Theme.warn
                radius: Theme.hair
                y: quarter.height * (1 - quarter.waiting) - height / 2
                width: quarter.width
                height: Math.max(2, 2 * Theme.hair)
            }

            QuietText {
                visible: text !== ""
                text: quarter.label
                y: quarter.height + Theme.tiny / 2
                font.pixelSize: Theme.captionPx * 0.9
                wrapMode: Text.NoWrap
            }
        }
    }

    component Legend: RowLayout {
        id: key

        property color ink: Theme.ink
        property string text: ""
        property bool isLine: false

        spacing: Theme.tiny

        Rectangle {
            color: key.ink
            Layout.preferredWidth: key.isLine ? 1.2 * Theme.captionPx : 0.7 * Theme.captionPx
            Layout.preferredHeight: key.isLine ? Math.max(2, 2 * Theme.hair) : 0.7 * Theme.captionPx
        }

        QuietText {
            text: key.text
            wrapMode: Text.NoWrap
        }
    }
}
