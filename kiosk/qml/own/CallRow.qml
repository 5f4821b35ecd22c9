import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One call: when, which number, where, and why it came first.
Panel {
    id: row

    property string at: ""
    property string number: ""
    property string window: ""
    property string why: ""

    implicitHeight: column.implicitHeight + 2 * Theme.small

    Accessible.role: Accessible.StaticText
    Accessible.name: row.at + " " + row.number + " " + row.window + " " + row.why

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.tiny

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            BodyText {
                text: row.number
                font.bold: true
            }

            BodyText {
                text: row.window
                Layout.fillWidth: true
            }

            BodyText {
                text: row.at
                color: Theme.quietInk
            }
        }

        BodyText {
            objectName: "why-" + row.number
            text: row.why
            color: Theme.quietInk
            Layout.fillWidth: true
        }
    }
}
