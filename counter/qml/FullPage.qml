pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// The whole of it: the number on the left, materials or the open sheet in the middle, the presses on the right.
FocusScope {
    id: page

    required property CounterFrameModel frame
    required property DeskModel desk
    required property InHandModel ticket
    required property QueueModel queue
    required property SheetModel sheet
    required property ShiftModel shift
    required property CounterHands hands

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%1 号窗口").arg(page.desk.windowNumber)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.bottomMargin: Theme.tiny
        spacing: Theme.small

        WindowHead {
            frame: page.frame
            desk: page.desk
            queue: page.queue
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            Panel {
                Layout.fillHeight: true
                Layout.preferredWidth: 0.34 * page.width

                ColumnLayout {
                    visible: page.ticket.hasTicket
                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    spacing: Theme.small

                    TicketHead {
                        ticket: page.ticket
                        numberPx: 2.6 * Theme.displayPx
                        Layout.fillWidth: true
                        Layout.fillHeight: false
                    }

                    Rectangle {
                        color: Theme.line
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.hair
                    }

                    TicketFacts {
                        ticket: page.ticket
                        hands: page.hands
                        withMaterials: false
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                }

                NoTicket {
                    visible: !page.ticket.hasTicket
                    frame: page.frame
                    desk: page.desk
                    queue: page.queue
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.gap
                }
            }

            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true

                SheetPage {
                    visible: page.sheet.kind !== "" && page.sheet.kind !== "shift"
                    anchors.fill: parent
                    frame: page.frame
                    sheet: page.sheet
                    hands: page.hands
                }

                ShiftPage {
                    visible: page.sheet.kind === "shift"
                    anchors.fill: parent
                    sheet: page.sheet
                    shift: page.shift
                    hands: page.hands
                }

                ColumnLayout {
                    visible: page.sheet.kind === ""
                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    spacing: Theme.small

                    MaterialsTitle {
                        visible: page.ticket.materials.length > 0
                        ticket: page.ticket
                        Layout.fillWidth: true
                    }

                    QuietText {
                        visible: page.ticket.materials.length === 0
                        text: page.ticket.hasTicket ? qsTr("这一位没有材料清单。") : qsTr("叫号后，这里显示材料清单。")
                        Layout.fillWidth: true
                    }

                    Scroller {
                        id: materials

                        Layout.fillWidth: true
                        Layout.fillHeight: true

                        Repeater {
                            model: page.ticket.materials

                            MaterialRow {
                                required property var modelData
                                required property int index

                                place: index
                                title: modelData.title
                                originals: modelData.originals
                                copies: modelData.copies
                                isTicked: modelData.is_ticked
                                opacity: materials.sees(y, height)
                                Layout.fillWidth: true
                                onClicked: page.hands.tick(index)
                            }
                        }
                    }

                    HeldList {
                        queue: page.queue
                        frame: page.frame
                        desk: page.desk
                        hands: page.hands
                        Layout.fillWidth: true
                        Layout.fillHeight: false
                    }
                }
            }

            ColumnLayout {
                enabled: page.sheet.kind === "" // one question at a time
                spacing: Theme.small
                Layout.preferredWidth: 0.3 * page.width
                Layout.maximumWidth: 0.3 * page.width

                BodyText {
                    objectName: "pause-later"
                    visible: page.desk.pauseReason !== "" && page.desk.windowState !== "paused"
                    text: qsTr("办完后暂停：%1").arg(page.desk.pauseReason)
                    color: Theme.warn
                    Layout.fillWidth: true
                }

                MainActs {
                    frame: page.frame
                    desk: page.desk
                    hands: page.hands
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }

                TicketActs {
                    columns: 3
                    visible: page.ticket.hasTicket
                    frame: page.frame
                    desk: page.desk
                    hands: page.hands
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }

                Item {
                    Layout.fillHeight: true
                }

                WindowActs {
                    columns: 2
                    frame: page.frame
                    desk: page.desk
                    hands: page.hands
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
            }
        }
    }
}
