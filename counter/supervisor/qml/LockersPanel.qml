pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// How full the cabinets are, what their signs mean, and the cases that lie nowhere.
ColumnLayout {
    id: panel

    required property LockersModel model
    required property PickupHands pickup

    spacing: Theme.small

    Heading {
        visible: loose.count > 0
        text: qsTr("要找地方放的办件")
    }

    Scroll {
        id: loose

        objectName: "loose"
        visible: count > 0
        model: panel.model.loose
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.28 * panel.height)
        Layout.fillHeight: false

        delegate: ToggleButton {
            id: one

            required property string caseCode
            required property string line
            required property string tone

            objectName: "loose-" + caseCode
            text: caseCode + " · " + line
            iconName: tone === "bad" ? "warning" : "pickup"
            implicitHeight: 0.62 * Theme.targetEdge
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            onClicked: panel.pickup.chooseLoose(caseCode)
        }
    }

    Scroll {
        id: cabinets

        objectName: "cabinet-figures"
        model: panel.model.cabinets
        visible: count > 0
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.5 * panel.height)
        Layout.fillHeight: false

        delegate: Rectangle {
            id: cabinet

            required property string place
            required property string name
            required property string free
            required property string inside
            required property string lock
            required property string away
            readonly property bool isWell: lock === "" && away === ""

            color: isWell ? Theme.surface : Theme.tint(away !== "" ? "bad" : "warn")
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: isWell ? Theme.line : Theme.tone(away !== "" ? "bad" : "warn")
            width: ListView.view.width - Theme.small
            height: column.implicitHeight + 2 * Theme.small
            visible: (ListView.view as Scroll).holds(y, height)

            ColumnLayout {
                id: column

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.small
                spacing: 0

                RowLayout {
                    spacing: Theme.small
                    Layout.fillWidth: true

                    BodyText {
                        text: cabinet.name
                        font.bold: true
                        Layout.fillWidth: true
                    }

                    BodyText {
                        text: cabinet.inside
                        wrapMode: Text.NoWrap
                    }
                }

                QuietText {
                    visible: text !== ""
                    text: cabinet.free
                    Layout.fillWidth: true
                }

                RowLayout {
                    visible: cabinet.lock !== ""
                    spacing: Theme.small
                    Layout.fillWidth: true

                    QuietText {
                        text: cabinet.lock
                        color: Theme.ink
                        Layout.fillWidth: true
                    }

                    Act {
                        objectName: "lift-" + cabinet.place
                        text: qsTr("解除输码锁定")
                        iconName: "unlock"
                        onClicked: panel.pickup.liftLock(cabinet.place)
                    }
                }

                QuietText {
                    visible: text !== ""
                    text: cabinet.away
                    color: Theme.ink
                    Layout.fillWidth: true
                }
            }
        }
    }

    Heading {
        text: qsTr("柜门")
        visible: signs.count > 0
        Layout.topMargin: Theme.tiny
    }

    GridLayout {
        columns: 2
        uniformCellWidths: true
        columnSpacing: Theme.gap
        rowSpacing: Theme.tiny
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            id: signs

            model: panel.model.signs

            RowLayout {
                id: legend

                required property string sign
                required property string tone
                required property string text
                required property int count

                spacing: Theme.small
                Layout.fillWidth: true
                Accessible.role: Accessible.StaticText
                Accessible.name: text + " " + count

                Rectangle {
                    color: legend.tone === "bad" ? Theme.bad : legend.tone === "info" ? Theme.accept
                         : legend.tone === "warn" ? Theme.warnTint : legend.tone === "busy" ? Theme.infoTint
                         : legend.tone === "quiet" ? Theme.pressedSurface : Theme.surface
                    radius: Theme.tiny
                    border.width: Theme.hair
                    border.color: legend.tone === "warn" ? Theme.warn : Theme.line
                    Layout.preferredWidth: 1.5 * Theme.bodyPx
                    Layout.preferredHeight: 1.3 * Theme.bodyPx

                    DoorSign {
                        anchors.centerIn: parent
                        sign: legend.sign
                        color: legend.tone === "bad" ? Theme.inkOnBad : legend.tone === "info" ? Theme.inkOnAccept
                             : legend.tone === "busy" ? Theme.accept : legend.tone === "good" ? Theme.good
                             : legend.tone === "warn" ? Theme.warn : Theme.quietInk
                        width: 0.95 * Theme.bodyPx
                        height: width
                    }
                }

                BodyText {
                    text: legend.text
                    Layout.fillWidth: true
                }

                BodyText {
                    objectName: "sign-" + legend.sign + "-count"
                    text: legend.count
                    font.bold: true
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    QuietText {
        visible: signs.count > 0
        text: qsTr("点一扇门，看里面是什么、能做什么。")
        Layout.topMargin: Theme.tiny
        Layout.fillWidth: true
    }

    Item {
        Layout.fillHeight: true
    }
}
