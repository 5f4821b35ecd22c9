pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Supervisor

// All cabinets from the front, without scrolling. Arrows move among their doors, Enter chooses.
FocusScope {
    id: board

    required property LockersModel model
    required property Overview overview
    required property PickupHands pickup
    property string current: ""

    function move(right: int, down: int): void {
        board.current = board.overview.besideDoor(board.current, right, down);
    }

    function choose(): void {
        const cut = board.current.lastIndexOf("/");
        if (cut > 0)
            board.pickup.chooseDoor(board.current.slice(0, cut), parseInt(board.current.slice(cut + 1)));
    }

    objectName: "cabinets"
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("取件柜")
    Keys.onLeftPressed: move(-1, 0)
    Keys.onRightPressed: move(1, 0)
    Keys.onUpPressed: move(0, -1)
    Keys.onDownPressed: move(0, 1)
    Keys.onReturnPressed: choose()
    Keys.onEnterPressed: choose()
    onActiveFocusChanged: if (activeFocus && current === "")
        move(1, 0)

    BodyText {
        objectName: "no-cabinets"
        anchors.centerIn: parent
        visible: bodies.count === 0
        text: qsTr("这个大厅没有取件柜。")
        color: Theme.quietInk
    }

    Repeater {
        id: bodies

        model: board.model.bodies

        Item {
            id: body

            required property string name
            required property string line
            required property string tone
            required property real headingWidth
            required property real headingHeight
            required x
            required y
            required width
            required height

            Row {
                spacing: Theme.small
                width: body.headingWidth
                height: body.headingHeight

                QuietText {
                    text: body.name
                    font.bold: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    width: Math.min(implicitWidth, body.headingWidth - away.width - Theme.small)
                }

                QuietText {
                    id: away

                    text: body.line
                    color: Theme.bad
                    font.bold: true
                    wrapMode: Text.NoWrap
                }
            }

            Rectangle {
                y: body.headingHeight
                width: body.width
                height: body.height
                color: Theme.pressedSurface
                radius: Theme.smallRadius / 2
                border.width: Theme.hair
                border.color: body.tone === "bad" ? Theme.bad : Theme.line
            }
        }
    }

    Repeater {
        model: board.model.doors

        DoorTile {
            required x
            required y
            required width
            required height

            isCurrent: board.activeFocus && board.current === key
            onClicked: {
                board.current = key;
                board.pickup.chooseDoor(cabinet, number);
            }
        }
    }
}
