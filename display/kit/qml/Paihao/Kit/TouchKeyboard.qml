import QtQuick

// Letters for pinyin and initials, and digits, by large keys. `text` is what stands in the field: the keyboard
// tells what it becomes and waits for it to come back. A touch never takes the focus from the field.
Item {
    id: keyboard

    property string text: ""
    property int maximumLength: 40
    property bool canEnter: text !== ""
    property string doneText: qsTr("完成")
    property bool hasDigits: false

    signal textEdited(text: string)
    signal entered

    implicitWidth: signs.implicitWidth
    implicitHeight: 4 * (Theme.keyHeight + Theme.tiny) - Theme.tiny

    function take(name: string): void {
        switch (name) {
        case "done":
            return keyboard.entered();
        case "switch":
            keyboard.hasDigits = !keyboard.hasDigits;
            return;
        case "clear":
            return keyboard.textEdited("");
        case "delete":
            return keyboard.textEdited(keyboard.text.slice(0, -1));
        case "space":
            return keyboard.add(" ");
        default:
            return keyboard.add(name);
        }
    }

    function add(sign: string): void {
        if (keyboard.text.length < keyboard.maximumLength)
            keyboard.textEdited(keyboard.text + sign);
    }

    function row(names: var, row: int, from: int, span: int): var {
        return Array.from(names, (name, index) => ({
                    name: name,
                    row: row,
                    at: from + index * span,
                    span: span
                }));
    }

    KeyRows {
        id: signs

        anchors.left: parent.left
        anchors.right: parent.right
        rowCount: keyboard.hasDigits ? 2 : 3
        keyHeight: (3 * Theme.keyHeight + (3 - rowCount) * gap) / rowCount
        keys: keyboard.hasDigits ? [...keyboard.row("12345", 0, 0, 4), ...keyboard.row("67890", 1, 0, 4)] : [...keyboard.row("QWERTYUIOP", 0, 0, 2), ...keyboard.row("ASDFGHJKL", 1, 1, 2), ...keyboard.row("ZXCVBNM", 2, 3, 2)]
        onPressed: name => keyboard.take(name)
    }

    KeyRows {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        keys: [...keyboard.row(["switch"], 0, 0, 3), ...keyboard.row(["space", "clear"], 0, 3, 3), ...keyboard.row(["delete"], 0, 9, 5), ...keyboard.row(["done"], 0, 14, 6)]
        labels: ({
                "switch": keyboard.hasDigits ? "ABC" : "123",
                "space": qsTr("空格"),
                "clear": qsTr("清空"),
                "delete": qsTr("删除"),
                "done": keyboard.doneText
            })
        spoken: ({
                "switch": keyboard.hasDigits ? qsTr("换成字母") : qsTr("换成数字")
            })
        icons: ({
                "delete": "delete"
            })
        off: [...(keyboard.text === "" ? ["clear", "delete"] : []), ...(keyboard.canEnter ? [] : ["done"])]
        main: "done"
        onPressed: name => keyboard.take(name)
    }
}
