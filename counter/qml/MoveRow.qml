import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One step in the life of a case: when, and what was done by whom.
RowLayout {
    id: row

    property string at: ""
    property string what: ""

    spacing: Theme.small
    Accessible.role: Accessible.StaticText
    Accessible.name: at + " " + what

    QuietText {
        text: row.at
        wrapMode: Text.NoWrap
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 8.4 * Theme.captionPx
    }

    QuietText {
        objectName: row.objectName + "-what"
        text: row.what
        color: Theme.ink
        Layout.fillWidth: true
    }
}
