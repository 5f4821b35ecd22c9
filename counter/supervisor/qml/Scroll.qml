import QtQuick
import Paihao.Kit

// A list that scrolls in whole rows where it is longer than its room; a bar at its right says how much there is.
ListView {
    id: list

    readonly property bool isLong: contentHeight > height + 1
    readonly property real rowHeight: (count > 0 ? itemAtIndex(0)?.height ?? 0 : 0) + spacing

    // Whether a row is seen whole: one that is cut by the edge is not drawn.
    function holds(top: real, tall: real): bool {
        return top >= contentY - 1 && top + tall <= contentY + height + 1;
    }

    // The most that whole rows take of `room`.
    function whole(room: real): real {
        if (contentHeight <= room || rowHeight <= 0)
            return Math.min(contentHeight, room);
        return Math.max(1, Math.floor((room + spacing) / rowHeight)) * rowHeight - spacing - 1; // a row that only touches the edge would be made
    }

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
