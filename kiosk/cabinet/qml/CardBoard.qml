import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Lay the card on the reader, or hold the message's code before the scanner.
Item {
    id: board

    required property CabinetModel model

    GridLayout {
        anchors.centerIn: parent
        width: parent.width
        columns: board.width > board.height ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.wide

        Way {
            iconName: "card"
            text: qsTr("平放，不要动，等屏幕变了再拿起来")
            Layout.fillWidth: true
        }

        Way {
            visible: board.model.showsScan
            iconName: "qr"
            text: qsTr("也可以把手机上的二维码对准扫码口")
            Layout.fillWidth: true
        }
    }
}
