import QtQuick
import Paihao.Kit
import Paihao.Wall
import Paihao.WindowScreen
import "../../wall/qml"

// Who works here, by name and number, and what time it is. The hall's name stands where nobody does.
Rectangle {
    id: foot

    required property WindowModel model
    required property SecondLanguage second
    required property real step
    readonly property bool hasClerk: model.clerk !== ""

    color: Theme.ground

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }

    TwoTexts {
        anchors.left: parent.left
        anchors.right: clock.left
        anchors.margins: 4 * foot.step
        anchors.verticalCenter: parent.verticalCenter
        name: foot.hasClerk ? "clerk" : "hall"
        first: foot.hasClerk ? foot.model.clerkName + "　" + qsTr("工号 %1").arg(foot.model.clerk) : foot.model.hallName
        second: foot.hasClerk ? foot.second.of("Foot", "工号 %1").arg(foot.model.clerk) : foot.model.secondHallName
        secondColor: Theme.quietInk
        px: 7 * foot.step
        secondPx: 4.4 * foot.step
    }

    WallText {
        id: clock

        objectName: "clock"
        anchors.right: parent.right
        anchors.rightMargin: 4 * foot.step
        anchors.verticalCenter: parent.verticalCenter
        text: foot.model.clock
        font.pixelSize: foot.step * 9
        font.bold: true
    }
}
