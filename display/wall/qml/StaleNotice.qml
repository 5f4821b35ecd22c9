import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The hall is not heard: since when, and what to do now. It stands where the hall's name stands otherwise; the clock
// stays.
Rectangle {
    id: notice

    required property WallModel model
    required property SecondLanguage second
    readonly property bool isPortrait: model.plan.isPortrait
    readonly property string source: model.lostMin > 0 ? "连接中断，画面停在 %1（%2 分钟前）" : "连接中断，画面停在 %1"
    readonly property string what: model.lostMin > 0 ? qsTr("连接中断，画面停在 %1（%2 分钟前）") : qsTr("连接中断，画面停在 %1")
    readonly property string advice: qsTr("请看手机，或到服务台询问")

    objectName: "stale"
    color: Theme.warn

    Accessible.role: Accessible.AlertMessage
    Accessible.name: fill(what) + "。" + advice

    function fill(words: string): string {
        const timed = words.arg(notice.model.lostAt);
        return words.includes("%2") ? timed.arg(notice.model.lostMin) : timed;
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            name: "offline"
            color: Theme.inkOn("warn")
            Layout.preferredWidth: Theme.iconEdge
            Layout.preferredHeight: Theme.iconEdge
        }

        Column {
            spacing: 0
            Layout.fillWidth: true

            WallText {
                objectName: "stale-text"
                width: parent.width
                text: notice.fill(notice.what) + (notice.isPortrait ? "" : "。" + notice.advice)
                color: Theme.inkOn("warn")
                font.pixelSize: Theme.titlePx * (notice.isPortrait ? 0.68 : 0.75)
                font.bold: true
            }

            WallText {
                objectName: "stale-advice"
                visible: notice.isPortrait
                width: parent.width
                text: notice.advice
                color: Theme.inkOn("warn")
                font.pixelSize: Theme.titlePx * (notice.isPortrait ? 0.68 : 0.75)
                font.bold: true
            }

            WallText {
                objectName: "stale-text-second"
                width: parent.width
                text: notice.fill(notice.second.of("StaleNotice", notice.source)) + ". " + notice.second.of("StaleNotice", "请看手机，或到服务台询问")
                color: Theme.inkOn("warn")
                font.pixelSize: Theme.captionPx * (notice.isPortrait ? 0.9 : 1.1)
            }
        }

        WallText {
            objectName: "lost-code"
            visible: !notice.isPortrait
            text: notice.model.lostCode
            color: Theme.inkOn("warn")
            font.pixelSize: Theme.captionPx * 0.7
        }

        WallText {
            text: notice.model.clock
            color: Theme.inkOn("warn")
            font.pixelSize: Theme.displayPx * 0.72
            font.bold: true
        }
    }
}
