pragma Singleton
import QtQuick

QtObject {
    readonly property color desk: "#e9e4da"
    readonly property color paper: "#fffdf8"
    readonly property color ink: "#2b2a27"
    readonly property color faded: "#716b60"
    readonly property color line: "#d3cbbc"
    readonly property color accent: "#1f5f8b"
    readonly property color warning: "#a63d1e"
    readonly property color segment: "#ff8a5c"
    readonly property int gap: 12
    readonly property int text: 15
    readonly property int heading: 19
    readonly property int keyHeight: 44
}
