pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One category and the classes it has.
Panel {
    id: row

    property string category: ""
    property string name: ""
    property var units: []

    signal wanted(ticketClass: string, category: string)

    implicitHeight: column.implicitHeight + 2 * Theme.small

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.small

        BodyText {
            text: row.name
            font.bold: true
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true

            Repeater {
                model: row.units

                UnitButton {
                    required property var modelData

                    objectName: "unit-" + modelData.kind + "-" + row.category
                    text: modelData.name
                    kind: modelData.kind
                    isOn: modelData.current
                    onClicked: row.wanted(modelData.kind, row.category)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
    }
}
