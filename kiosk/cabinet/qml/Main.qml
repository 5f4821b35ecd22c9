import QtQuick
import Paihao.Cabinet
import Paihao.Kit

// The screen among the doors. What stands on a page, and what pressing it means, is the model's.
Window {
    id: root

    required property CabinetModel model
    readonly property string page: model.page
    readonly property bool isWide: width > height

    width: 1080
    height: 1920
    color: Theme.ground
    title: root.model.cabinetName

    Binding {
        target: Theme
        property: "unit"
        value: (root.isWide ? root.height / 1240 : root.width / 1080) * (Theme.isLow ? Theme.lowFactor : 1)
    }

    CabinetPages {
        anchors.fill: parent
        model: root.model
    }
}
