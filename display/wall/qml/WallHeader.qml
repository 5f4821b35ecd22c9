import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// Whose wall this is, and what time it is.
Rectangle {
    id: header

    required property WallModel model
    required property SecondLanguage second
    readonly property string silence: {
        switch (model.voiceCode) {
        case "speaker-in-use": return qsTr("扬声器被占用");
        case "words-missing": return qsTr("部分无语音");
        default: return qsTr("无语音");
        }
    }
    readonly property string silenceSource: ({
        "speaker-in-use": "扬声器被占用",
        "words-missing": "部分无语音"
    })[model.voiceCode] ?? "无语音"

    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hair
        color: Theme.line
    }

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.wide

        TwoTexts {
            name: "hall"
            first: header.model.hallName
            second: header.model.secondHallName
            secondColor: Theme.quietInk
            px: Theme.titlePx * 0.8
            secondPx: Theme.captionPx
            Layout.fillWidth: true
        }

        RowLayout {
            visible: header.model.voiceCode !== ""
            spacing: Theme.tiny

            Icon {
                name: "sound"
                color: Theme.warn
                Layout.preferredWidth: Theme.leadPx
                Layout.preferredHeight: Theme.leadPx
            }

            TwoTexts {
                name: "no-voice"
                first: header.silence
                second: header.second.of("WallHeader", header.silenceSource)
                color: Theme.warn
                px: Theme.captionPx
                secondPx: Theme.captionPx * 0.75
            }
        }

        TwoTexts {
            name: "date"
            first: header.model.date
            second: header.model.secondDate
            secondColor: Theme.quietInk
            px: Theme.bodyPx
            secondPx: Theme.captionPx
            alignment: Text.AlignRight
        }

        WallText {
            objectName: "clock"
            text: header.model.clock
            font.pixelSize: Theme.displayPx * 0.72
            font.bold: true
        }
    }
}
