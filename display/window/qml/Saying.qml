import QtQuick
import Paihao.Kit
import Paihao.Wall
import Paihao.WindowScreen
import "../../wall/qml"

// What the window says now: one sentence with its sign, the number it is about, and what to do.
Rectangle {
    id: saying

    required property WindowModel model
    required property SecondLanguage second
    required property real step
    readonly property string page: model.page
    readonly property bool isCalling: page === "called" && model.isTrusted
    readonly property string number: model.number
    readonly property color ink: isCalling ? Theme.inkOn(model.ticketClass) : Theme.ink
    readonly property color quietInk: isCalling ? ink : Theme.quietInk
    readonly property var icons: ({
        "starting": "clock", "closed": "moon", "free": "bell", "called": model.ticketClass, "serving": "person",
        "paused": "pause", "rate": "smile"
    })

    objectName: "saying"
    color: isCalling ? Theme.tone(model.ticketClass) : Theme.surface
    onNumberChanged: breathing.restart()

    function source(): string {
        switch (page) {
        case "closed": return "本窗口未开放";
        case "free": return "请按叫号办理";
        case "called": return "请到本窗口";
        case "serving": return "正在办理";
        case "paused": return model.until === "" ? "暂停服务" : "暂停服务，%1 恢复";
        case "rate": return "请您评价本次服务";
        default: return model.lostCode === "" ? "正在准备" : "暂时连不上大厅";
        }
    }

    function sentence(): string {
        switch (page) {
        case "closed": return qsTr("本窗口未开放");
        case "free": return qsTr("请按叫号办理");
        case "called": return qsTr("请到本窗口");
        case "serving": return qsTr("正在办理");
        case "paused": return model.until === "" ? qsTr("暂停服务") : qsTr("暂停服务，%1 恢复");
        case "rate": return qsTr("请您评价本次服务");
        default: return model.lostCode === "" ? qsTr("正在准备") : qsTr("暂时连不上大厅");
        }
    }

    function advice(): string {
        if (page === "rate")
            return model.needsProof ? qsTr("请用手机扫小票上的二维码，自愿参加") : qsTr("请在评价器或手机上选择，自愿参加");
        if (model.elsewhere !== "")
            return qsTr("请到 %1 号窗口").arg(model.elsewhere);
        if (page === "closed" || page === "paused")
            return qsTr("请留意大屏叫号");
        return page === "starting" && model.lostCode !== "" ? qsTr("请看大屏，或到服务台询问") : "";
    }

    function secondAdvice(): string {
        if (page === "rate")
            return second.of("Saying", model.needsProof ? "请用手机扫小票上的二维码，自愿参加" : "请在评价器或手机上选择，自愿参加");
        if (model.elsewhere !== "")
            return second.of("Saying", "请到 %1 号窗口").arg(model.secondElsewhere);
        if (page === "closed" || page === "paused")
            return second.of("Saying", "请留意大屏叫号");
        return page === "starting" && model.lostCode !== "" ? second.of("Saying", "请看大屏，或到服务台询问") : "";
    }

    function timed(words: string): string {
        return words.includes("%1") ? words.arg(model.until) : words;
    }

    Rectangle {
        id: breath

        anchors.fill: parent
        color: Theme.surface
        opacity: 0

        SequentialAnimation {
            id: breathing

            loops: 3

            NumberAnimation {
                target: breath
                property: "opacity"
                to: saying.isCalling ? 0.14 : 0
                duration: 700
                easing.type: Easing.InOutSine
            }

            NumberAnimation {
                target: breath
                property: "opacity"
                to: 0
                duration: 700
                easing.type: Easing.InOutSine
            }
        }
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: 4 * saying.step
        width: parent.width - 8 * saying.step
        spacing: 2 * saying.step

        Row {
            id: head

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 3 * saying.step

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                name: saying.icons[saying.page] ?? ""
                color: saying.page === "paused" ? Theme.warn : saying.quietInk
                width: 13 * saying.step
                height: width
            }

            TwoTexts {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, saying.width - 8 * saying.step - sign.width - head.spacing)
                name: "saying-text"
                first: saying.timed(saying.sentence())
                second: saying.timed(saying.second.of("Saying", saying.source()))
                color: saying.ink
                secondColor: saying.quietInk
                px: (saying.number === "" ? 13 : 10) * saying.step
                secondPx: (saying.number === "" ? 8 : 6) * saying.step
            }
        }

        WallText {
            objectName: "number"
            visible: text !== ""
            width: parent.width
            text: saying.number
            color: saying.ink
            font.pixelSize: Math.min((saying.page === "rate" ? 26 : 46) * saying.step, saying.height - head.height - 8 * saying.step)
            font.bold: true
            lineFactor: 0.95
            horizontalAlignment: Text.AlignHCenter
        }

        TwoTexts {
            visible: first !== ""
            width: parent.width
            name: "reason"
            first: saying.model.reason
            second: saying.model.secondReason
            color: saying.ink
            secondColor: saying.quietInk
            px: 9 * saying.step
            secondPx: 6 * saying.step
            alignment: Text.AlignHCenter
        }

        TwoTexts {
            visible: first !== ""
            width: parent.width
            name: "advice"
            first: saying.advice()
            second: saying.secondAdvice()
            color: saying.model.elsewhere === "" ? saying.quietInk : saying.ink
            px: (saying.model.elsewhere === "" ? 7 : 10) * saying.step
            secondPx: (saying.model.elsewhere === "" ? 5 : 6) * saying.step
            alignment: Text.AlignHCenter
        }
    }
}
