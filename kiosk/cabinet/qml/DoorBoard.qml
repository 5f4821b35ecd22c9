import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Where the door is: the cabinet as one stands before it, and the number large beside it.
GridLayout {
    id: board

    required property CabinetModel model
    property bool isWide: false

    columns: board.isWide ? 2 : 1
    columnSpacing: Theme.margin
    rowSpacing: Theme.gap

    ColumnLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignVCenter

        BodyText {
            objectName: "hint"
            visible: !(Theme.isLow && board.model.noticeTitle !== "")
            text: board.model.hint
            font.pixelSize: Theme.leadPx
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.gap
            Layout.alignment: board.isWide ? Qt.AlignLeft : Qt.AlignHCenter

            Rectangle {
                color: Theme.tone(board.model.doorTone)
                radius: Theme.radius
                Layout.preferredWidth: Math.max(number.implicitWidth + 2 * Theme.wide, height)
                Layout.preferredHeight: number.implicitHeight + Theme.small

                NumberText {
                    id: number

                    objectName: "door-number"
                    anchors.centerIn: parent
                    text: board.model.door
                    color: Theme.inkOn(board.model.doorTone)
                    font.pixelSize: (Theme.isLow || (board.isWide && board.model.noticeTitle !== "") ? 0.8 : board.isWide ? 1.5 : 1.3) * Theme.displayPx
                }
            }

            Pulse {
                visible: board.model.isBusy
            }
        }
    }

    DoorPicture {
        objectName: "picture"
        doors: board.model.picture
        ratio: board.model.pictureRatio
        tone: board.model.doorTone
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 2
    }
}
