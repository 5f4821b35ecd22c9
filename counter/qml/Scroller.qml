import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A column that may be longer than its place. Nothing in it is cut in half: what does not fit whole is not shown,
// and an arrow says that there is more. Direct children bind their opacity to `sees`.
Item {
    id: scroller

    default property alias content: column.data
    property alias spacing: column.spacing
    readonly property real wanted: column.implicitHeight
    readonly property bool isLonger: column.implicitHeight > height + 1

    function sees(y: real, height: real): real {
        return y >= flick.contentY - 1 && y + height <= flick.contentY + flick.height + 1 ? 1 : 0;
    }

    function reveal(y: real, height: real): void {
        if (y < flick.contentY)
            flick.contentY = y;
        else if (y + height > flick.contentY + flick.height)
            flick.contentY = y + height - flick.height;
    }

    function page(direction: int): void {
        const end = Math.max(0, column.implicitHeight - flick.height);
        flick.contentY = Math.max(0, Math.min(end, flick.contentY + direction * 0.8 * flick.height));
    }

    implicitHeight: column.implicitHeight

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.bottomMargin: scroller.isLonger ? Theme.bodyPx : 0
        contentHeight: column.implicitHeight
        contentWidth: width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: scroller.isLonger

        ColumnLayout {
            id: column

            width: flick.width
            spacing: Theme.tiny
        }
    }

    Icon {
        objectName: "more-below"
        visible: scroller.isLonger && flick.contentY + flick.height < column.implicitHeight - 1
        name: "expand"
        color: Theme.quietInk
        width: Theme.bodyPx
        height: Theme.bodyPx
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
    }
}
