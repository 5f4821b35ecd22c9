import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// A tablet on a stand or in a hand. What stands on a page, and what pressing it means, is the model's.
Window {
    id: root

    required property GuideModel model
    readonly property string page: model.page
    readonly property real designEdge: 1240 // a tablet is nearer to the eye than a kiosk

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 600
    color: Theme.ground
    title: qsTr("导办台")

    Binding {
        target: Theme
        property: "unit"
        value: Math.min(root.width, root.height) / root.designEdge
    }

    ColumnLayout {
        anchors.fill: parent
        visible: !root.model.isAsked
        spacing: 0

        TopBar {
            model: root.model
            Layout.fillWidth: true
        }

        Notice {
            objectName: "away"
            visible: root.model.linkTitle !== ""
            tone: "bad"
            iconName: "offline"
            title: root.model.linkTitle
            text: root.model.linkText
            radius: 0
            Layout.fillWidth: true
        }

        LogInPage {
            visible: root.model.layout === "login"
            model: root.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        DeskPage {
            visible: root.model.layout !== "login"
            model: root.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }

    StillThere {
        anchors.fill: parent
        visible: root.model.isAsked
        model: root.model
    }
}
