import QtQuick

// Digits, and the X that may end an identity number, by large keys. `text` is what stands in the field: the pad
// tells what it becomes and waits for it to come back. A touch never takes the focus from the field.
KeyRows {
    id: pad

    property string text: ""
    property int maximumLength: 18
    property bool hasX: true
    property bool canEnter: text !== ""
    property string doneText: qsTr("完成")

    signal textEdited(text: string)
    signal entered

    function take(name: string): void {
        switch (name) {
        case "done":
            return pad.entered();
        case "clear":
            return pad.textEdited("");
        case "delete":
            return pad.textEdited(pad.text.slice(0, -1));
        default:
            if (pad.text.length < pad.maximumLength)
                pad.textEdited(pad.text + name);
        }
    }

    function row(names: var, row: int, span: int): var {
        return Array.from(names, (name, index) => ({
                    name: name,
                    row: row,
                    at: index * span,
                    span: span
                }));
    }

    implicitWidth: 6 * Theme.targetEdge
    columns: 6
    rowCount: 5
    keys: [...row("123", 0, 2), ...row("456", 1, 2), ...row("789", 2, 2), ...row([hasX ? "X" : "clear", "0", "delete"], 3, 2), ...(hasX ? row(["clear"], 4, 2) : []), hasX ? {
            name: "done",
            row: 4,
            at: 2,
            span: 4
        } : {
            name: "done",
            row: 4,
            at: 0,
            span: 6
        }]
    labels: ({
            "clear": qsTr("清空"),
            "delete": qsTr("删除"),
            "done": pad.doneText
        })
    icons: ({
            "delete": "delete"
        })
    off: [...(text === "" ? ["clear", "delete"] : []), ...(canEnter ? [] : ["done"])]
    main: "done"
    onPressed: name => take(name)
}
