pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Supervisor

// All windows of the hall by place, without scrolling. Arrows move among them, Enter chooses.
FocusScope {
    id: grid

    required property GridModel model
    required property Overview overview
    required property SupervisorHands hands
    property int current: 0

    function give(): void {
        grid.overview.giveRoom(grid.width, grid.height, Theme.unit);
    }

    function move(right: int, down: int): void {
        grid.current = grid.overview.beside(grid.current, right, down);
    }

    objectName: "windows"
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("窗口")
    onWidthChanged: give()
    onHeightChanged: give()
    Component.onCompleted: give()
    Keys.onLeftPressed: move(-1, 0)
    Keys.onRightPressed: move(1, 0)
    Keys.onUpPressed: move(0, -1)
    Keys.onDownPressed: move(0, 1)
    Keys.onReturnPressed: grid.hands.chooseWindow(grid.current)
    Keys.onEnterPressed: grid.hands.chooseWindow(grid.current)
    onActiveFocusChanged: if (activeFocus && current === 0)
        move(1, 0)

    Connections {
        target: Theme

        function onUnitChanged(): void {
            grid.give();
        }
    }

    Repeater {
        model: grid.model.headings

        Row {
            id: heading

            required property string text
            required property string tally
            required x
            required y

            spacing: Theme.small

            QuietText {
                text: heading.text
                font.bold: true
                wrapMode: Text.NoWrap
            }

            QuietText {
                text: heading.tally
                wrapMode: Text.NoWrap
            }
        }
    }

    Repeater {
        model: grid.model.tiles

        Tile {
            required x
            required y
            required width
            required height

            isCurrent: grid.activeFocus && grid.current === window
            onClicked: {
                grid.current = window;
                grid.hands.chooseWindow(window);
            }
        }
    }
}
