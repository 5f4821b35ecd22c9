import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One device: what it is, how it is, and what to do about it.
Panel {
    id: row

    property string title: ""
    property string iconName: ""
    property string tone: "good"
    property string stateText: ""
    property string remedy: ""

    implicitHeight: content.implicitHeight + 2 * Theme.small

    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + stateText + " " + remedy

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            name: row.iconName
            color: Theme.tone(row.tone)
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 0.8 * Theme.iconEdge
            Layout.preferredHeight: 0.8 * Theme.iconEdge
        }

        ColumnLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true

            BodyText {
                text: row.title
                font.bold: true
                Layout.fillWidth: true
            }

            QuietText {
                text: row.stateText
                color: Theme.tone(row.tone)
                Layout.fillWidth: true
            }

            QuietText {
                visible: text !== ""
                text: row.remedy
                color: Theme.ink
                Layout.fillWidth: true
            }
        }
    }
}
