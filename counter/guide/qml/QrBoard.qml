import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// A one-time link for a phone, as large as there is room, and the number it is for.
GridLayout {
    id: board

    required property GuideModel model
    readonly property bool isWide: width > height

    columns: isWide ? 2 : 1
    columnSpacing: Theme.wide
    rowSpacing: Theme.gap

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        QrImage {
            objectName: "qr"
            anchors.centerIn: parent
            visible: text !== ""
            text: board.model.qr
            width: Math.min(parent.width, parent.height)
            height: width
        }
    }

    NumberText {
        objectName: "number"
        text: board.model.number
        Layout.fillWidth: true
        Layout.preferredWidth: 0.7
    }
}
