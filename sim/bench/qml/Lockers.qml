pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var further
    property string hand: "open"

    function touch(locker: string, board: var, door: int): void {
        if (hand === "jam")
            further.jamDoor(locker, board.board, door, !board.jammed.includes(door));
        else if (hand === "block")
            further.blockDoor(locker, board.board, door, !board.blocked.includes(door));
        else if (board.open.includes(door))
            further.closeDoor(locker, board.board, door);
        else
            further.forceDoor(locker, board.board, door);
    }

    subtitle: "Lockers: what a press on a door does"
    title: "储物柜"

    RowLayout {
        spacing: 6

        Repeater {
            model: [
                {
                    "hand": "open",
                    "text": "撬开 / 关上"
                },
                {
                    "hand": "jam",
                    "text": "锁舌卡住 / 修好"
                },
                {
                    "hand": "block",
                    "text": "挡住 / 拿开"
                }
            ]

            Key {
                required property var modelData

                lit: panel.hand === modelData.hand
                objectName: "hand-" + modelData.hand
                text: modelData.text

                onClicked: panel.hand = modelData.hand
            }
        }
    }
    Repeater {
        model: panel.further.lockers

        ColumnLayout {
            id: locker

            required property var modelData
            readonly property var board: modelData.boards[0]

            spacing: 6

            RowLayout {
                spacing: 6

                Caption {
                    text: locker.modelData.locker + " · 板 board " + locker.board.board + " · " + locker.board.open.length + " 门开 open"
                }
                Key {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 130
                    lit: !locker.board.powered
                    objectName: "power-" + locker.modelData.locker
                    text: locker.board.powered ? "断电" : "没电 · 通电"

                    onClicked: panel.further.powerBoard(locker.modelData.locker, locker.board.board, !locker.board.powered)
                }
                Key {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 130
                    lit: !locker.modelData.plugged_in
                    objectName: "plug-locker." + locker.modelData.locker
                    text: locker.modelData.plugged_in ? "拔线" : "已拔 · 插上"

                    onClicked: panel.further.setLink("locker." + locker.modelData.locker, !locker.modelData.plugged_in)
                }
            }
            GridLayout {
                columnSpacing: 6
                columns: 4
                rowSpacing: 6

                Repeater {
                    model: locker.modelData.doors

                    Key {
                        required property int index
                        readonly property int door: index + 1

                        Layout.preferredWidth: 1
                        lit: locker.board.open.includes(door)
                        objectName: "door-" + locker.modelData.locker + "-" + door
                        text: door + (lit ? " 开" : " 关") + (locker.board.jammed.includes(door) ? " 卡" : "") + (locker.board.blocked.includes(door) ? " 挡" : "")

                        onClicked: panel.touch(locker.modelData.locker, locker.board, door)
                    }
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
