pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The wall: who is called where, who was called before, how many wait.
Window {
    id: root

    required property WallModel model
    required property SecondLanguage second
    property string page: model.page

    width: 1920
    height: 1080
    color: Theme.ground
    title: qsTr("叫号大屏")

    Binding {
        target: Theme
        property: "unit"
        value: Math.min(root.width / 16 * 9, root.height) / 1080
    }

    StartingPage {
        visible: root.page === "starting"
        anchors.fill: parent
        model: root.model
        second: root.second
    }

    ColumnLayout {
        objectName: "page-calls"
        visible: root.page !== "starting"
        anchors.fill: parent
        spacing: 0

        WallHeader {
            model: root.model
            second: root.second
            Layout.fillWidth: true
        }

        StaleNotice {
            visible: root.page === "stale"
            model: root.model
            second: root.second
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.gap
            Layout.margins: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            CallPanel {
                model: root.model
                second: root.second
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            EarlierCalls {
                model: root.model
                second: root.second
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.unit * 720
            }
        }

        WaitingStrip {
            model: root.model
            second: root.second
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
        }
    }
}
