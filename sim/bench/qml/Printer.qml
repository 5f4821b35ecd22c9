pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var bench
    required property var printer
    readonly property bool hasPresenter: printer.model === "presenter"
    readonly property var places: ({
            "inside": "在机内 inside",
            "at_output": "伸出 held out",
            "outside": "掉出 lies there"
        })

    subtitle: "Ticket printer " + printer.printer
    title: "打印机"

    RowLayout {
        spacing: 6

        Key {
            lit: panel.printer.paper === "enough"
            text: "换新纸"

            onClicked: panel.bench.loadPaper(panel.printer.printer, 80000)
        }
        Key {
            lit: panel.printer.paper === "near_end"
            text: "快没纸"

            onClicked: panel.bench.loadPaper(panel.printer.printer, 400)
        }
        Key {
            lit: panel.printer.paper === "end"
            text: "没纸"

            onClicked: panel.bench.loadPaper(panel.printer.printer, 0)
        }
    }
    RowLayout {
        spacing: 6

        Key {
            lit: panel.printer.cover_open
            text: panel.printer.cover_open ? "盖着打开 · 合上" : "打开盖子"

            onClicked: panel.bench.setCover(panel.printer.printer, !panel.printer.cover_open)
        }
        Key {
            lit: !panel.printer.plugged_in
            text: panel.printer.plugged_in ? "拔掉插头" : "已拔掉 · 插上"

            onClicked: panel.bench.setPlug(panel.printer.printer, !panel.printer.plugged_in)
        }
    }
    Key {
        lit: panel.printer.jammed
        objectName: "jam-" + panel.printer.printer
        text: panel.printer.jammed ? "出票口卡住 · 拉出来" : "卡住出票口"
        visible: panel.hasPresenter

        onClicked: panel.bench.further.jamPresenter(panel.printer.printer, !panel.printer.jammed)
    }
    Text {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        color: Look.faded
        font.pixelSize: Look.text
        text: "剩纸 " + Math.round(panel.printer.remaining_mm / 100) / 10 + " m · 出票口 " + panel.printer.printed.length + " 张，点一下拿走" + (panel.hasPresenter ? " · 收回 " + panel.printer.retracted.length + " 张" : "")
        wrapMode: Text.Wrap
    }
    ListView {
        id: mouth

        Layout.fillHeight: true
        Layout.fillWidth: true
        clip: true
        implicitWidth: 240
        model: panel.printer.printed
        objectName: "printed-" + panel.printer.printer
        spacing: Look.gap

        delegate: Item {
            id: ticket

            required property var modelData

            height: paper.height + place.height
            width: ListView.view.width

            Text {
                id: place

                anchors.horizontalCenter: parent.horizontalCenter
                color: ticket.modelData.place === "at_output" ? Look.accent : Look.faded
                font.pixelSize: Look.text
                height: panel.hasPresenter ? implicitHeight + 4 : 0
                text: panel.places[ticket.modelData.place]
                visible: panel.hasPresenter
            }
            Image {
                id: paper

                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: place.bottom
                fillMode: Image.PreserveAspectFit
                height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : 0
                mipmap: true
                objectName: "ticket-" + panel.printer.printer + "-" + ticket.modelData.n
                opacity: ticket.modelData.place === "inside" ? 0.4 : 1
                source: ticket.modelData.url
                width: Math.min(parent.width, 300)

                Rectangle {
                    anchors.fill: parent
                    border.color: Look.line
                    color: "transparent"
                }
                TapHandler {
                    onTapped: panel.bench.takeTicket(panel.printer.printer, ticket.modelData.n)
                }
            }
        }
    }
}
