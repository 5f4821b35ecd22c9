import QtQuick
import Paihao.Kit

// Sentences in two languages, one after the other. What is longer than its line comes in parts that stand still, broken
// between words: nothing runs, nothing is cut off. 1/3 tells that there is more.
Item {
    id: sayings

    required property var told
    required property string name
    required property real px
    required property real secondPx
    property bool isBold: false
    property color secondColor: Theme.ink
    property int nth: 0
    property int part: 0
    readonly property var saying: told.length > 0 ? told[nth % told.length] : null
    readonly property var parts: broken(text, firstMetrics, width)
    readonly property var secondParts: broken(saying?.second ?? "", secondMetrics, width - turnWidth)
    readonly property int count: Math.max(parts.length, secondParts.length)
    readonly property int standsMs: count > 1 ? 6000 : 9000
    readonly property string text: saying?.text ?? ""
    readonly property real turnWidth: 2.4 * secondPx
    readonly property string ends: "，。；：、！？）》”’,.;:!?)"

    implicitHeight: column.implicitHeight
    onTextChanged: part = 0

    // Where `metrics` says that a line is full, back to the last sign or space near its end; no comma begins a part.
    function broken(text: string, metrics: FontMetrics, room: real): var {
        const found = [];
        let rest = text;
        while (rest !== "" && found.length < 40) {
            const fitting = lengthOf(rest, metrics, room);
            found.push(rest.slice(0, fitting).trim());
            rest = rest.slice(fitting).trim();
        }
        return found;
    }

    function lengthOf(text: string, metrics: FontMetrics, room: real): int {
        if (metrics.advanceWidth(text) + 2 <= room)
            return text.length;
        let few = 1, many = text.length;
        while (many - few > 1) {
            const middle = Math.floor((few + many) / 2);
            if (metrics.advanceWidth(text.slice(0, middle)) + 2 <= room)
                few = middle;
            else
                many = middle;
        }
        const space = text.lastIndexOf(" ", few);
        if (space > few / 2 && /[A-Za-z0-9]/.test(text.charAt(few)))
            return space;
        while (few > 1 && (ends.includes(text.charAt(few)) || "“（《".includes(text.charAt(few - 1))))
            few -= 1;
        for (let end = few; end > few * 0.6; end--) {
            if (ends.includes(text.charAt(end - 1)))
                return end;
        }
        return few;
    }

    function partOf(all: var): string {
        return all.length === 0 ? "" : all[Math.floor(Math.min(part, count - 1) * all.length / count)];
    }

    function goOn() {
        if (part + 1 < count) {
            part += 1;
            return;
        }
        part = 0;
        nth = (nth + 1) % Math.max(1, told.length);
    }

    FontMetrics {
        id: firstMetrics

        font.family: Theme.family
        font.pixelSize: sayings.px
        font.bold: sayings.isBold
    }

    FontMetrics {
        id: secondMetrics

        font.family: Theme.family
        font.pixelSize: sayings.secondPx
    }

    Column {
        id: column

        width: parent.width

        WallText {
            objectName: sayings.name + "-text"
            width: parent.width
            text: sayings.partOf(sayings.parts)
            font.pixelSize: sayings.px
            font.bold: sayings.isBold
        }

        WallText {
            objectName: sayings.name + "-second"
            visible: sayings.secondParts.length > 0
            width: parent.width
            text: sayings.partOf(sayings.secondParts)
            color: sayings.secondColor
            font.pixelSize: sayings.secondPx
        }
    }

    WallText {
        objectName: sayings.name + "-turn"
        visible: sayings.count > 1
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        text: (Math.min(sayings.part, sayings.count - 1) + 1) + "/" + sayings.count
        color: Theme.quietInk
        font.pixelSize: sayings.secondPx * 0.8
    }

    Timer {
        interval: sayings.standsMs
        running: sayings.visible && (sayings.told.length > 1 || sayings.count > 1)
        repeat: true
        onTriggered: sayings.goOn()
    }
}
