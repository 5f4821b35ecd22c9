import QtQuick

// `text` as a QR code on white with its quiet zone, in every mode: phones read dark on light.
Rectangle {
    id: code

    property string text: ""

    color: "white"
    radius: Theme.smallRadius
    implicitWidth: 4 * Theme.targetEdge
    implicitHeight: implicitWidth

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("二维码")

    Image {
        anchors.centerIn: parent
        visible: code.text !== ""
        source: code.text === "" ? "" : "image://qr/" + encodeURIComponent(code.text)
        sourceSize: Qt.size(Math.min(code.width, code.height), Math.min(code.width, code.height))
        cache: false
        smooth: false
    }
}
