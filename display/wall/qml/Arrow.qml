import QtQuick
import QtQuick.Shapes
import Paihao.Kit

// Which way a window lies from before this wall. Stairs have their own sign; an unknown direction draws nothing.
Item {
    id: arrow

    required property string direction
    property color color: Theme.ink
    readonly property var turns: ({
        "straight": 0, "ahead-right": 45, "right": 90, "back": 180, "left": 270, "ahead-left": 315
    })
    readonly property bool isStairs: direction === "upstairs" || direction === "downstairs"
    readonly property string straight: "M12 21V4.5 M5 11.5L12 4l7 7.5"
    readonly property string stairs: "M9 21.5h4.5v-4.5h4.5v-4.5h4"
    readonly property string up: "M2.5 14L12 4.5 M5 3.8h7.7v7.7"
    readonly property string down: "M12 4.5L2.5 14 M1.8 7v7.7h7.7"

    visible: direction !== ""

    Shape {
        anchors.centerIn: parent
        width: 24
        height: 24
        scale: Math.min(arrow.width, arrow.height) / 24
        rotation: arrow.turns[arrow.direction] ?? 0
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: arrow.color
            strokeWidth: arrow.isStairs ? 2.8 : 3.2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: arrow.isStairs ? arrow.stairs + " " + (arrow.direction === "upstairs" ? arrow.up : arrow.down)
                    : arrow.turns[arrow.direction] !== undefined ? arrow.straight : ""
            }
        }
    }
}
