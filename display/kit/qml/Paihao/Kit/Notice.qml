import QtQuick
import QtQuick.Layouts

// Something to know now: what happened, and what to do. `tone`: info, good, warn, bad.
Rectangle {
    id: notice

    property string tone: "info"
    property string iconName: tone === "good" ? "done" : tone === "info" ? "info" : "warning"
    property string title: ""
    property string text: ""

    color: Theme.tint(tone)
    radius: Theme.radius
    border.width: Theme.hair
    border.color: Theme.tone(tone)
    implicitWidth: 8 * Theme.targetEdge
    implicitHeight: row.implicitHeight + 2 * Theme.gap

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Icon {
            name: notice.iconName
            color: Theme.tone(notice.tone)
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.iconEdge * 0.8
            Layout.preferredHeight: Theme.iconEdge * 0.8
        }

        ColumnLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true

            BodyText {
                visible: text !== ""
                text: notice.title
                font.bold: true
                Layout.fillWidth: true
            }

            BodyText {
                visible: text !== ""
                text: notice.text
                Layout.fillWidth: true
            }
        }
    }
}
