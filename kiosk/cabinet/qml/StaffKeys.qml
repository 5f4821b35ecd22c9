import QtQuick
import Paihao.Kit

// All that a password may be made of: letters of both sizes, digits and signs, as large as there is room for.
Item {
    id: board

    property bool canEnter: true
    property string doneText: qsTr("完成")
    property bool isLarge: false
    property bool hasSigns: false

    signal typed(sign: string)
    signal erased
    signal entered

    readonly property real rowHeight: Math.min(Theme.keyHeight, (height + Theme.tiny) / 5 - Theme.tiny)

    function take(name: string): void {
        switch (name) {
        case "done":
            return board.entered();
        case "delete":
            return board.erased();
        case "shift":
            board.isLarge = !board.isLarge;
            return;
        case "switch":
            board.hasSigns = !board.hasSigns;
            return;
        case "space":
            return board.typed(" ");
        default:
            return board.typed(board.isLarge ? name.toUpperCase() : name);
        }
    }

    function row(names: var, row: int, from: int, span: int): var {
        return Array.from(names, (name, index) => ({
                    name: name,
                    row: row,
                    at: from + index * span,
                    span: span
                }));
    }

    function large(): var {
        const labels = {};
        for (const letter of "qwertyuiopasdfghjklzxcvbnm")
            labels[letter] = board.isLarge ? letter.toUpperCase() : letter;
        return labels;
    }

    implicitWidth: 10 * Theme.targetEdge
    implicitHeight: 5 * (Theme.keyHeight + Theme.tiny) - Theme.tiny

    KeyRows {
        anchors.left: parent.left
        anchors.right: parent.right
        keyHeight: board.rowHeight
        rowCount: 5
        keys: [...board.row("1234567890", 0, 0, 2), ...(board.hasSigns ? [...board.row("!@#$%^&*()", 1, 0, 2), ...board.row("-_=+[]{}|", 2, 1, 2), ...board.row(";:'\",./?~", 3, 1, 2)] : [...board.row("qwertyuiop", 1, 0, 2), ...board.row("asdfghjkl", 2, 1, 2), ...board.row(["shift"], 3, 0, 3), ...board.row("zxcvbnm", 3, 3, 2), ...board.row("-", 3, 17, 3)]), ...board.row(["switch"], 4, 0, 3), ...board.row(["space"], 4, 3, 6), ...board.row(["delete"], 4, 9, 5), ...board.row(["done"], 4, 14, 6)]
        labels: Object.assign(board.large(), {
            "shift": board.isLarge ? qsTr("小写") : qsTr("大写"),
            "switch": board.hasSigns ? "ABC" : "#+=",
            "space": qsTr("空格"),
            "delete": qsTr("删除"),
            "done": board.doneText
        })
        icons: ({
                "delete": "delete"
            })
        off: board.canEnter ? [] : ["done"]
        main: "done"
        onPressed: name => board.take(name)
    }
}
