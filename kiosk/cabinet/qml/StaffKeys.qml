import QtQuick
import Paihao.Kit

// All that a password may be made of: letters of both sizes, digits and signs, as large as there is room for.
Item {
    id: keys

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
            return keys.entered();
        case "delete":
            return keys.erased();
        case "shift":
            keys.isLarge = !keys.isLarge;
            return;
        case "switch":
            keys.hasSigns = !keys.hasSigns;
            return;
        case "space":
            return keys.typed(" ");
        default:
            return keys.typed(keys.isLarge ? name.toUpperCase() : name);
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
            labels[letter] = keys.isLarge ? letter.toUpperCase() : letter;
        return labels;
    }

    implicitWidth: 10 * Theme.targetEdge
    implicitHeight: 5 * (Theme.keyHeight + Theme.tiny) - Theme.tiny

    KeyRows {
        anchors.left: parent.left
        anchors.right: parent.right
        keyHeight: keys.rowHeight
        rowCount: 5
        keys: [...row("1234567890", 0, 0, 2), ...(keys.hasSigns ? [...row("!@#$%^&*()", 1, 0, 2), ...row("-_=+[]{}|", 2, 1, 2), ...row(";:'\",./?~", 3, 1, 2)] : [...row("qwertyuiop", 1, 0, 2), ...row("asdfghjkl", 2, 1, 2), ...row(["shift"], 3, 0, 3), ...row("zxcvbnm", 3, 3, 2)]), ...row(["switch"], 4, 0, 3), ...row(["space"], 4, 3, 6), ...row(["delete"], 4, 9, 5), ...row(["done"], 4, 14, 6)]
        labels: Object.assign(keys.large(), {
            "shift": keys.isLarge ? qsTr("小写") : qsTr("大写"),
            "switch": keys.hasSigns ? "ABC" : "#+=",
            "space": qsTr("空格"),
            "delete": qsTr("删除"),
            "done": keys.doneText
        })
        icons: ({
                "delete": "delete"
            })
        off: keys.canEnter ? [] : ["done"]
        main: "done"
        onPressed: name => keys.take(name)

        function row(names: var, at: int, from: int, span: int): var {
            return keys.row(names, at, from, span);
        }
    }
}
