pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit

// The cabinet from the front. `doors` holds {number, left, top, part, tall, isHere, isOpen} in parts of the whole;
// number 0 is this screen. The door that is meant is filled, and it alone has to be found.
Item {
    id: picture

    property var doors: []
    property real ratio: 1
    property string tone: "good"

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("取件柜的样子，要找的柜门已标出")

    Rectangle {
        id: body

        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height * picture.ratio)
        height: width / picture.ratio
        color: Theme.line
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.quietInk

        Repeater {
            model: picture.doors

            Rectangle {
                id: door

                required property var modelData
                readonly property bool isScreen: modelData.number === 0
                readonly property bool isHere: modelData.isHere

                x: Theme.hair + modelData.left * (body.width - 2 * Theme.hair) + Theme.hair
                y: Theme.hair + modelData.top * (body.height - 2 * Theme.hair) + Theme.hair
                width: modelData.part * (body.width - 2 * Theme.hair) - 2 * Theme.hair
                height: modelData.tall * (body.height - 2 * Theme.hair) - 2 * Theme.hair
                radius: Theme.hair * 2
                color: isHere ? Theme.tone(picture.tone) : isScreen ? Theme.ink : Theme.surface
                border.width: modelData.isOpen && !isHere ? 2 * Theme.hair : Theme.hair
                border.color: modelData.isOpen && !isHere ? Theme.warn : Theme.line

                Text {
                    anchors.centerIn: parent
                    visible: !door.isScreen
                    text: door.modelData.number
                    color: door.isHere ? Theme.inkOn(picture.tone) : Theme.quietInk
                    font.family: Theme.family
                    font.bold: door.isHere
                    font.pixelSize: Math.min(door.isHere ? Theme.leadPx : Theme.captionPx, 0.75 * door.height)
                    textFormat: Text.PlainText
                }

                Icon {
                    anchors.centerIn: parent
                    visible: door.isScreen
                    width: Math.min(Theme.iconEdge, 0.6 * parent.width, 0.6 * parent.height)
                    height: width
                    name: "screen"
                    color: Theme.surface
                }
            }
        }
    }
}
