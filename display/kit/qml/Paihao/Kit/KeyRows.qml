pragma ComponentBehavior: Bound
import QtQuick

// Keys in rows of `columns` equal parts. `keys` holds {name, row, at, span}: a key begins at part `at` and is
// `span` parts wide. What may change while keys are pressed stands beside it, by name: `labels` (otherwise a key
// shows its name), `spoken`, `icons`, and `off` for keys that do nothing now. Changed `keys` are new keys, and
// the focus that was on one is lost.
Item {
    id: rows

    property var keys: []
    property var labels: ({})
    property var spoken: ({})
    property var icons: ({})
    property var off: []
    property string main: ""
    property int columns: 20
    property int rowCount: 1
    property real keyHeight: Theme.keyHeight
    readonly property real gap: Theme.tiny
    readonly property real part: (width + gap) / columns

    signal pressed(name: string)

    implicitWidth: columns / 2 * Theme.targetEdge
    implicitHeight: rowCount * (keyHeight + gap) - gap

    Repeater {
        model: rows.keys

        Key {
            required property var modelData
            readonly property string name: modelData.name

            objectName: "key-" + name
            text: rows.labels[name] ?? name
            spokenName: rows.spoken[name] ?? text
            iconName: rows.icons[name] ?? ""
            isMain: name === rows.main
            enabled: !rows.off.includes(name)
            autoRepeat: name === "delete"
            x: modelData.at * rows.part
            y: modelData.row * (rows.keyHeight + rows.gap)
            width: modelData.span * rows.part - rows.gap
            height: rows.keyHeight
            onClicked: rows.pressed(name)
        }
    }
}
