pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// One page of the desk: what it is about, its parts as its layout says, and what may be done at the foot.
Item {
    id: page

    required property GuideModel model
    readonly property string layout: model.layout
    readonly property bool isWide: width > height
    readonly property bool isHeaded: layout !== "message"

    objectName: "page-" + model.page
    Accessible.role: Accessible.Pane
    Accessible.name: model.title

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: 0.7 * Theme.margin
        anchors.rightMargin: 0.7 * Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        ColumnLayout {
            visible: page.isHeaded
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: false

            TitleText {
                objectName: page.isHeaded ? "title" : ""
                text: page.model.title
                Layout.fillWidth: true
            }

            BodyText {
                objectName: page.isHeaded ? "hint" : ""
                visible: text !== ""
                text: page.model.hint
                color: Theme.quietInk
                Layout.fillWidth: true
            }
        }

        Notice {
            objectName: "notice"
            visible: page.model.noticeTitle !== ""
            tone: page.model.tone
            title: page.model.noticeTitle
            text: page.model.noticeText
            Layout.fillWidth: true
        }

        Cards {
            visible: page.layout === "choices"
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        Tiles {
            visible: page.layout === "list"
            columns: page.isWide ? 2 : 1
            leastHeight: 1.75 * Theme.targetEdge
            mostHeight: 1.9 * Theme.targetEdge
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        GridLayout {
            visible: page.layout === "typing"
            columns: page.isWide && tiles.visible ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            TypingBoard {
                visible: page.layout === "typing"
                model: page.model
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1.35
                Layout.alignment: Qt.AlignTop
            }

            Tiles {
                id: tiles

                visible: page.layout === "typing" && page.model.choices.length > 0
                model: page.model
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }

            Item {
                visible: !tiles.visible
                Layout.fillHeight: true
            }
        }

        GridLayout {
            visible: page.layout === "number"
            columns: page.isWide && page.model.choices.length > 0 ? 2 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true

            NumberBoard {
                model: page.model
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }

            Tiles {
                visible: page.layout === "number"
                columns: 2
                model: page.model
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }

        RowPages {
            visible: page.layout === "rows"
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        Tiles {
            visible: page.layout === "rows" && page.model.choices.length > 0
            columns: page.isWide ? 3 : 2
            model: page.model
            Layout.fillWidth: true
            Layout.preferredHeight: 1.3 * Theme.targetEdge
        }

        MessageBoard {
            visible: page.layout === "message"
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        QrBoard {
            visible: page.layout === "qr"
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        Acts {
            model: page.model
            Layout.alignment: page.isHeaded ? Qt.AlignLeft : Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Math.min(whole, page.width)
            Layout.fillHeight: false
        }
    }
}
