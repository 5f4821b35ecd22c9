pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var bench
    required property var printer

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
    Text {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        color: Look.faded
        font.pixelSize: Look.text
        text: "剩纸 " + Math.round(panel.printer.remaining_mm / 100) / 10 + " m · 出票口 " + panel.printer.printed.length + " 张，点一下拿走"
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

            height: paper.height
            width: ListView.view.width

            Image {
                id: paper

                anchors.horizontalCenter: parent.horizontalCenter
                fillMode: Image.PreserveAspectFit
                height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : 0
                mipmap: true
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
