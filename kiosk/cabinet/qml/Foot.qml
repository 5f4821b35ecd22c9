pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// The way back, and what may be done with the page; the first one is filled where it is the thing to do next.
// What does not fit beside each other stands above each other.
Item {
    id: foot

    required property CabinetModel model
    property bool isCentred: false
    property bool isWide: false
    readonly property real gap: Theme.small
    readonly property real whole: {
        let sum = -foot.gap;
        for (let at = 0; at < repeater.count; at++)
            sum += (repeater.itemAt(at)?.implicitWidth ?? 0) + foot.gap;
        return sum;
    }
    readonly property real backRoom: back.visible ? back.implicitWidth + 2 * Theme.gap : 0
    readonly property bool isStacked: whole + backRoom > width
    readonly property bool isFull: isStacked || (!isWide && !back.visible)

    implicitHeight: !back.visible ? acts.height : isStacked ? acts.height + (acts.height > 0 ? gap : 0) + back.implicitHeight : Math.max(acts.height, back.implicitHeight)

    GridLayout {
        id: acts

        x: foot.isFull ? 0 : foot.isCentred ? (foot.width - width) / 2 : foot.width - width
        width: foot.isFull ? foot.width : foot.whole
        columns: foot.isStacked && foot.whole > foot.width ? 1 : Math.max(1, repeater.count)
        columnSpacing: foot.gap
        rowSpacing: foot.gap
        uniformCellWidths: foot.isFull && repeater.count < 3

        Repeater {
            id: repeater

            model: foot.model.acts

            Item {
                id: act

                required property int index
                required property var modelData
                readonly property bool isMain: index === 0 && foot.model.hasMain

                implicitWidth: isMain ? main.implicitWidth : other.implicitWidth
                implicitHeight: Math.max(Theme.targetEdge, isMain ? main.implicitHeight : other.implicitHeight)
                Layout.fillWidth: true

                PrimaryButton {
                    id: main

                    objectName: act.isMain ? act.modelData.name : ""
                    visible: act.isMain
                    anchors.fill: parent
                    text: act.modelData.text
                    iconName: act.modelData.icon
                    onClicked: foot.model.press(act.modelData.name)
                }

                QuietButton {
                    id: other

                    objectName: act.isMain ? "" : act.modelData.name
                    visible: !act.isMain
                    anchors.fill: parent
                    text: act.modelData.text
                    iconName: act.modelData.icon
                    onClicked: foot.model.press(act.modelData.name)
                }
            }
        }
    }

    QuietButton {
        id: back

        objectName: "back"
        visible: foot.model.canGoBack
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        iconName: "back"
        text: qsTr("返回")
        onClicked: foot.model.press("back")
    }
}
