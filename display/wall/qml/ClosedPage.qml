import QtQuick
import Paihao.Kit
import Paihao.Wall

// The hall does not call now: before opening, at noon, closed for today, or closed all day.
Panel {
    id: closed

    required property WallModel model
    required property SecondLanguage second
    readonly property var plan: model.plan
    readonly property string what: {
        switch (model.body) {
        case "before-opening": return qsTr("%1 开始办公");
        case "break": return qsTr("午间休息，%1 继续办公");
        case "closed": return qsTr("今天的业务已经办完");
        case "closed-all-day": return qsTr("今天不办公");
        default: return "";
        }
    }
    readonly property string source: ({
        "before-opening": "%1 开始办公",
        "break": "午间休息，%1 继续办公",
        "closed": "今天的业务已经办完",
        "closed-all-day": "今天不办公"
    })[model.body] ?? ""
    readonly property bool keepsNumbers: model.body === "break" || model.body === "before-opening"

    objectName: "body-" + model.body

    function fill(words: string): string {
        return words.includes("%1") ? words.arg(closed.model.opensAt) : words;
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.wide
        spacing: Theme.gap

        Icon {
            visible: closed.height > 5 * closed.plan.calledPx
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(closed.plan.calledPx * 1.4, closed.height * 0.25)
            height: width
            name: closed.keepsNumbers ? "clock" : "moon"
            color: Theme.action
        }

        TwoTexts {
            width: parent.width
            name: "closed"
            first: closed.fill(closed.what)
            second: closed.fill(closed.second.of("ClosedPage", closed.source))
            secondColor: Theme.quietInk
            px: closed.plan.calledPx
            secondPx: closed.plan.besidePx
            alignment: Text.AlignHCenter
        }

        TwoTexts {
            visible: closed.keepsNumbers
            width: parent.width
            name: "closed-advice"
            first: qsTr("已取的号码仍然有效，顺序不变")
            second: closed.second.of("ClosedPage", "已取的号码仍然有效，顺序不变")
            color: Theme.quietInk
            px: closed.plan.besidePx
            alignment: Text.AlignHCenter
        }
    }
}
