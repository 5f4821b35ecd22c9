pragma Singleton
import QtQuick

// Every colour and size of every screen. `unit` is one design pixel: 1 on a kiosk or wall whose shorter edge
// is 1080; a window sets it once. Contrast of ink on its ground is at least 7:1 in every mode.
QtObject {
    id: theme

    property string mode: "day" // day, contrast, elderly
    property bool isLow: false // reach mode: all that is pressed lies in the lower half
    readonly property real lowFactor: 0.8 // how much smaller everything is then
    readonly property real lowShare: mode === "elderly" ? 0.6 : 0.5 // how much of the height is within reach: larger letters need more
    property real roomAbove: 0 // then: what a page has above itself for its title
    property real unit: 1
    property string language: "zh-CN"

    readonly property bool isContrast: mode === "contrast"
    readonly property real textFactor: mode === "elderly" ? 1.15 : 1
    readonly property string family: language === "zh-Hant" ? "Noto Sans CJK TC" : "Noto Sans CJK SC"

    // Ground and ink
    readonly property color ground: isContrast ? "#000000" : "#F5F6F8"
    readonly property color surface: isContrast ? "#0C0C0C" : "#FFFFFF"
    readonly property color pressedSurface: isContrast ? "#2A2A2A" : "#E9EDF3"
    readonly property color line: isContrast ? "#FFFFFF" : "#D5DBE3"
    readonly property color ink: isContrast ? "#FFFFFF" : "#14181F"
    readonly property color quietInk: isContrast ? "#F0F0F0" : "#424C5B"
    readonly property color focus: isContrast ? "#FFD60A" : "#14181F"

    // What may be pressed next
    readonly property color action: isContrast ? "#FFD60A" : "#0A4A96"
    readonly property color pressedAction: isContrast ? "#D9B400" : "#083B79"
    readonly property color inkOnAction: isContrast ? "#000000" : "#FFFFFF"

    // Meaning: ink on tint for notices, inkOnX on filled areas; a name may not begin with "on": QML takes it for a handler
    readonly property color good: isContrast ? "#6BE3A9" : "#0A5C40"
    readonly property color inkOnGood: isContrast ? "#000000" : "#FFFFFF"
    readonly property color goodTint: isContrast ? "#0C0C0C" : "#EAF5F0"
    readonly property color warn: isContrast ? "#FFC861" : "#764000"
    readonly property color inkOnWarn: isContrast ? "#000000" : "#FFFFFF"
    readonly property color warnTint: isContrast ? "#0C0C0C" : "#FFF6E3"
    readonly property color bad: isContrast ? "#FF9C96" : "#8F1B18"
    readonly property color inkOnBad: isContrast ? "#000000" : "#FFFFFF"
    readonly property color badTint: isContrast ? "#0C0C0C" : "#FDECEB"
    readonly property color infoTint: isContrast ? "#0C0C0C" : "#EAF1FA"

    // The three classes: accept 受理 blue, consult 咨询 green, pickup 取件 amber
    readonly property color accept: isContrast ? "#7FB8FF" : "#0A4A96"
    readonly property color inkOnAccept: isContrast ? "#000000" : "#FFFFFF"
    readonly property color consult: isContrast ? "#6BE3A9" : "#0A5C40"
    readonly property color inkOnConsult: isContrast ? "#000000" : "#FFFFFF"
    readonly property color pickup: isContrast ? "#FFC861" : "#FFB938"
    readonly property color inkOnPickup: isContrast ? "#000000" : "#2B1A00"

    // Type scale
    readonly property real captionPx: mode === "elderly" && isLow ? 30.1 * unit / lowFactor : 28 * unit * textFactor // never below 30 dp for elderly eyes
    readonly property real bodyPx: 36 * unit * textFactor
    readonly property real leadPx: 46 * unit * textFactor
    readonly property real titlePx: 66 * unit * textFactor
    readonly property real displayPx: 104 * unit * textFactor
    readonly property real hugePx: 300 * unit
    readonly property real highTitlePx: lowShare > 0.5 ? titlePx : displayPx // above the pages, where is less room when they take more
    readonly property real highLeadPx: lowShare > 0.5 ? leadPx : titlePx
    readonly property real lineHeight: 1.05 // the face itself has 1.45

    // Spacing
    readonly property real hair: Math.max(1, 2 * unit)
    readonly property real tiny: 8 * unit
    readonly property real small: 16 * unit
    readonly property real gap: 28 * unit
    readonly property real wide: 48 * unit
    readonly property real margin: 72 * unit

    // Shapes
    readonly property real radius: 28 * unit
    readonly property real smallRadius: 14 * unit
    readonly property real targetEdge: (mode === "elderly" ? 124 : 112) * unit
    readonly property real keyHeight: (mode === "elderly" ? 124 : 108) * unit
    readonly property real focusEdge: 6 * unit // a ring of 6 dp around what has the focus
    readonly property real iconEdge: 72 * unit
    readonly property real largeIconEdge: 136 * unit

    function tone(name: string): color {
        switch (name) {
        case "good": return theme.good;
        case "warn": return theme.warn;
        case "bad": return theme.bad;
        case "accept": return theme.accept;
        case "consult": return theme.consult;
        case "pickup": return theme.pickup;
        default: return theme.action;
        }
    }

    function inkOn(name: string): color {
        switch (name) {
        case "good": return theme.inkOnGood;
        case "warn": return theme.inkOnWarn;
        case "bad": return theme.inkOnBad;
        case "accept": return theme.inkOnAccept;
        case "consult": return theme.inkOnConsult;
        case "pickup": return theme.inkOnPickup;
        default: return theme.inkOnAction;
        }
    }

    function tint(name: string): color {
        switch (name) {
        case "good": return theme.goodTint;
        case "warn": return theme.warnTint;
        case "bad": return theme.badTint;
        default: return theme.infoTint;
        }
    }
}
