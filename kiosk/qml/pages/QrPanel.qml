import QtQuick
import Paihao.Kit

// The one-time link for a phone; a pulse until it is made.
Panel {
    id: panel

    property string link: ""

    QrImage {
        objectName: "qr"
        visible: panel.link !== ""
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) - 2 * Theme.gap
        height: width
        text: panel.link
    }

    Pulse {
        visible: panel.link === ""
        anchors.centerIn: parent
    }
}
