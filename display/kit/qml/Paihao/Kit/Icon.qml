import QtQuick
import QtQuick.Shapes

// A line icon on a grid of 24 × 24, drawn as vector in one colour. An unknown name draws nothing.
Item {
    id: icon

    required property string name
    property color color: Theme.ink
    property real weight: 1.7

    readonly property var paths: ({
        "accept": "M6 3h8l4 4v14H6z M14 3v4h4 M9 14l2.2 2.2L15.2 11.5",
        "consult": "M4 4.5h16v12h-8l-4.5 4v-4H4z M10 8.9a2.1 2.1 0 1 1 3 1.9c-.7.35-1 .7-1 1.4 M12 14.1v.1",
        "pickup": "M12 3v8.5 M8.6 8.2L12 11.6l3.4-3.4 M4 13v7.5h16V13h-4l-1.5 2.7h-5L8 13z",
        "card": "M3 5.5h18v13H3z M6.4 15.6c.3-1.7 1.3-2.5 2.6-2.5s2.3.8 2.6 2.5 M9 8.3a1.75 1.75 0 1 1 0 3.5a1.75 1.75 0 0 1 0-3.5 M14.2 9.6h4 M14.2 13h4",
        "chip-card": "M3 5.5h18v13H3z M6 9.5h4.4v4.6H6z M6 11.8h4.4 M13.5 14.6h4.6",
        "printer": "M7 9V3.5h10V9 M7 17H3.5V9h17v8H17 M7 14h10v6.5H7z M16.8 11.6h.1",
        "keyboard": "M3 6h18v12H3z M6.5 10h.1 M10.2 10h.1 M13.8 10h.1 M17.5 10h.1 M8 14.5h8",
        "pin": "M12 21.5c-4.2-5-6.3-8.4-6.3-11.6a6.3 6.3 0 0 1 12.6 0c0 3.2-2.1 6.6-6.3 11.6z M12 7.6a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 0 1 0-4.6",
        "phone": "M7.5 2.5h9v19h-9z M10.8 18.6h2.4",
        "qr": "M4 4h6v6H4z M14 4h6v6h-6z M4 14h6v6H4z M14 14h2.5v2.5H14z M20 14v3 M17 20h3 M14 20v-.1 M7 7v.1 M17 7v.1 M7 17v.1",
        "ticket": "M5.5 3h13v17.6l-2.2-1.5-2.1 1.5-2.2-1.5-2.1 1.5-2.2-1.5-2.2 1.5z M9 7.5h6 M9 11h6 M9 14.5h3.5",
        "warning": "M12 3.6L21.4 20H2.6z M12 10v4.6 M12 17.2v.1",
        "clock": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M12 7.4V12l3.2 2.2",
        "globe": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M3 12h18 M12 3c5 5.2 5 12.8 0 18c-5-5.2-5-12.8 0-18",
        "people": "M9 4.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4 M2.8 19.5c.4-4 2.8-6 6.2-6s5.8 2 6.2 6 M15.6 4.9a3 3 0 0 1 0 5.6 M17.4 13.9c2.2.7 3.5 2.5 3.8 5.6",
        "person": "M12 4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6 M4.8 20.2c.4-4.4 3.2-6.4 7.2-6.4s6.8 2 7.2 6.4",
        "add": "M12 4.5v15 M4.5 12h15",
        "check": "M4.5 12.8l5 5L19.5 7",
        "done": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M7.8 12.4l3 3L16.4 9.4",
        "cross": "M5.5 5.5l13 13 M18.5 5.5l-13 13",
        "info": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M12 11v6 M12 7.4v.1",
        "back": "M20 12H5 M11.5 5.2L4.8 12l6.7 6.8",
        "expand": "M5.5 9l6.5 6.8L18.5 9",
        "to-full": "M9.5 4.5h-5v5 M14.5 4.5h5v5 M9.5 19.5h-5v-5 M14.5 19.5h5v-5",
        "to-dock": "M3.5 4.5h17v15h-17z M14.5 4.5v15 M17 8v.1 M17 11v.1",
        "fold": "M3.5 4.5h17 M12 20V9.5 M7.5 13.8L12 9.4l4.5 4.4",
        "forward": "M4 12h15 M12.5 5.2l6.7 6.8-6.7 6.8",
        "home": "M4 11.2L12 4l8 7.2 M6 9.6V20h12V9.6 M10 20v-5.5h4V20",
        "bell": "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.8 2H4.2z M10 21h4",
        "window": "M4 3.5h16v17H4z M4 15.5h16 M12 6a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4 M8 15.5c.3-2 1.8-3 4-3s3.7 1 4 3",
        "screen": "M3 4.5h18V16H3z M12 16v4 M8 20h8",
        "desk": "M3 13h18v3H3z M5 16v4.5 M19 16v4.5 M12 3.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5 M7.6 13c.3-2 2-3 4.4-3s4.1 1 4.4 3",
        "sound": "M4 9.5h3.5L12 5.5v13l-4.5-4H4z M15.4 9a4.2 4.2 0 0 1 0 6 M18 6.6a7.6 7.6 0 0 1 0 10.8",
        "offline": "M3 3l18 18 M8.8 8.9c-1.2.5-2.3 1.1-3.3 2 M12.6 8.2c2.2.1 4.3 1.1 5.9 2.7 M9.2 14.4a4.4 4.4 0 0 1 5.4-.1 M2.6 7.9c1-.9 2.2-1.6 3.3-2.1 M10.4 4.6c4-.4 8 .8 11 3.3 M12 18.4v.1",
        "moon": "M19.5 14.5A8.2 8.2 0 1 1 9.7 4.3a6.6 6.6 0 0 0 9.8 10.2z",
        "register": "M4 20.5V8.5L12 4l8 4.5v12 M4 20.5h16 M9 20.5v-6h6v6 M8.5 10.5h.1 M12 10.5h.1 M15.5 10.5h.1",
        "business": "M3.5 8h17v11.5h-17z M8.5 8V5h7v3 M3.5 13h17 M12 12v2",
        "construction": "M4 20.5h16 M6.5 20.5V4.5 M6.5 6.5h13 M16.5 6.5v4 M15 10.5h3v3h-3z M6.5 10l4-3.5 M4 6.5h2.5",
        "customs": "M12 4v14 M8.6 8h6.8 M4.5 12.5c.4 5 3.3 7.5 7.5 7.5s7.1-2.5 7.5-7.5 M4.5 12.5l-1 2 M19.5 12.5l1 2 M12 2.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 0 1 0-2.8",
        "delete": "M9 5.5h12v13H9L3 12z M12 9l6 6 M18 9l-6 6",
        "contrast": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M12 3v18 M14.5 4v16 M17 5.6v12.8 M19.4 8.2v7.6",
        "elderly": "M3 19L8 5l5 14 M4.8 14.2h6.4 M14.6 19l3.2-9 3.2 9 M15.8 16h4",
        "reach": "M10 3.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 0 1 0-3.2 M10 8.5v6h5.2l2.4 5h2 M10 10.8h4.4 M7.6 11.4a5 5 0 1 0 6.2 6.6",
        "silent": "M4 9.5h3.5L12 5.5v13l-4.5-4H4z M16 9.5l5 5 M21 9.5l-5 5",
        "smile": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M8.5 9.6v.6 M15.5 9.6v.6 M7.8 13.8c2.2 3 6.2 3 8.4 0",
        "good-face": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M8.5 9.6v.6 M15.5 9.6v.6 M8.6 14.4c1.9 1.6 4.9 1.6 6.8 0",
        "plain-face": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M8.5 9.6v.6 M15.5 9.6v.6 M8.4 15h7.2",
        "sad": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M8.5 9.6v.6 M15.5 9.6v.6 M8.4 16c1.9-1.8 5.3-1.8 7.2 0",
        "angry": "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18 M7.4 8.4l2.6 1.4 M16.6 8.4L14 9.8 M7.8 16.6c2.2-2.8 6.2-2.8 8.4 0",
        "star": "M12 3.4l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.2 6.1-.8z",
        "pause": "M8.5 5v14 M15.5 5v14",
        "play": "M7 4.5l12 7.5-12 7.5z",
        "repeat": "M5 12a7 7 0 0 1 12-5l2.2 2.2 M19.4 4.6v4.6h-4.6 M19 12a7 7 0 0 1-12 5l-2.2-2.2 M4.6 19.4v-4.6h4.6",
        "locker": "M4 3h16v18H4z M12 3v18 M4 9h8 M4 15h8 M12 12h8 M9.6 6h.1 M9.6 12h.1 M9.6 18h.1 M14.4 7.5h.1 M14.4 16.5h.1",
        "unlock": "M5.5 10.5h13V20h-13z M8.5 10.5V7.6a3.5 3.5 0 0 1 6.7-1.4 M12 14.2v2.2",
        "log-out": "M10 4H4.5v16H10 M9.5 12h11 M16.5 8l4 4-4 4",
        "skip": "M12 4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6 M4.8 20.2c.4-4.4 3.2-6.4 7.2-6.4 M15.5 15.5l5 5 M20.5 15.5l-5 5"
    })

    implicitWidth: Theme.iconEdge
    implicitHeight: Theme.iconEdge

    Shape {
        anchors.centerIn: parent
        width: 24
        height: 24
        scale: Math.min(icon.width, icon.height) / 24
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.weight
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: icon.paths[icon.name] ?? ""
            }
        }
    }
}
