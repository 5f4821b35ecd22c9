import QtQuick
import Paihao.Kit

// A list that scrolls in whole rows where it is longer than its room; a bar at its right says how much there is.
ListView {
    id: list

    readonly property bool isLong: contentHeight > height + 1

    clip: true
    spacing: Theme.tiny
    boundsBehavior: Flickable.StopAtBounds
    interactive: isLong
    cacheBuffer: 0
    keyNavigationEnabled: false

    Rectangle {
        visible: list.isLong
        parent: list
        color: Theme.quietInk
        opacity: 0.55
        radius: width / 2
        x: list.width - width
        y: list.height * list.visibleArea.yPosition
        width: 3 * Theme.hair
        height: list.height * list.visibleArea.heightRatio
    }
}
