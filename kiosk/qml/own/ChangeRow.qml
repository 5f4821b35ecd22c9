import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// What something is now and, where it would change, what it would be.
Panel {
    id: row

    property string name: ""
    property string now: ""
    property string after: ""
    readonly property bool isChange: after !== ""

    implicitHeight: grid.implicitHeight + 2 * Theme.small

    Accessible.role: Accessible.StaticText
    Accessible.name: row.name + " " + row.now + " " + row.after

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        columns: 4
        columnSpacing: Theme.gap

        BodyText {
            text: row.name
            color: Theme.quietInk
            Layout.preferredWidth: 1.3 * Theme.targetEdge
            Layout.alignment: Qt.AlignTop
        }

        BodyText {
            objectName: "now"
            text: row.now
            color: row.isChange ? Theme.quietInk : Theme.ink
            font.bold: !row.isChange
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
        }

        Icon {
            visible: row.isChange
            name: "forward"
            color: Theme.action
            Layout.preferredWidth: Theme.bodyPx
            Layout.preferredHeight: Theme.bodyPx
        }

        BodyText {
            objectName: "after"
            visible: row.isChange
            text: row.after
            font.bold: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
        }
    }
}
