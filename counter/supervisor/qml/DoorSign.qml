import QtQuick
import QtQuick.Shapes
import Paihao.Kit

// How a door stands, as a line drawing on a grid of 24 × 24. An unknown sign draws nothing.
Item {
    id: drawing

    property string sign: ""
    property color color: Theme.ink

    readonly property var paths: ({
        "free": "M12 8.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 0 1 0-6.8",
        "holds": "M4 8l8-4 8 4v9l-8 4-8-4z M4 8l8 4 8-4 M12 12v9",
        "overdue": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M12 7.4V12l3.2 2.2",
        "pending": "M6.5 3.5h11 M6.5 20.5h11 M8 3.5c0 5 8 5.4 8 8.5s-8 3.5-8 8.5 M16 3.5c0 5-8 5.4-8 8.5s8 3.5 8 8.5",
        "open": "M10 4H4.5v16H10 M9.5 12h11 M16.5 8l4 4-4 4",
        "left-open": "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.8 2H4.2z M10 21h4",
        "unsure": "M7.6 8.6a4.4 4.4 0 1 1 6.6 3.8c-1.6.9-2.2 1.7-2.2 3.4 M12 19.6v.2",
        "forced": "M12 3.6L21.4 20H2.6z M12 10v4.6 M12 17.2v.1",
        "stuck": "M6 11h12v9.5H6z M8.5 11V7.5a3.5 3.5 0 0 1 7 0V11 M12 14.5v2.5",
        "found-full": "M4 8l8-4 8 4v9l-8 4-8-4z M12 8.5v5 M12 16.6v.1",
        "out": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M7 12h10",
        "unknown": "M3 3l18 18 M8.8 8.9c-1.2.5-2.3 1.1-3.3 2 M12.6 8.2c2.2.1 4.3 1.1 5.9 2.7 M9.2 14.4a4.4 4.4 0 0 1 5.4-.1 M2.6 7.9c1-.9 2.2-1.6 3.3-2.1 M10.4 4.6c4-.4 8 .8 11 3.3 M12 18.4v.1"
    })

    implicitWidth: Theme.bodyPx
    implicitHeight: Theme.bodyPx

    Shape {
        anchors.centerIn: parent
        width: 24
        height: 24
        scale: Math.min(drawing.width, drawing.height) / 24
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: drawing.color
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: drawing.paths[drawing.sign] ?? ""
            }
        }
    }
}
