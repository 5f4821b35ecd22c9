pragma Singleton
import QtQuick

// The five levels of 国办发〔2019〕51号: a face, a word and a colour each, the best first.
QtObject {
    readonly property list<int> all: [5, 4, 3, 2, 1]

    function label(level: int): string {
        switch (level) {
        case 5: return qsTr("非常满意");
        case 4: return qsTr("满意");
        case 3: return qsTr("基本满意");
        case 2: return qsTr("不满意");
        case 1: return qsTr("非常不满意");
        default: return "";
        }
    }

    function face(level: int): string {
        switch (level) {
        case 5: return "smile";
        case 4: return "good-face";
        case 3: return "plain-face";
        case 2: return "sad";
        case 1: return "angry";
        default: return "";
        }
    }

    function tone(level: int): string {
        switch (level) {
        case 5:
        case 4: return "good";
        case 2: return "warn";
        case 1: return "bad";
        default: return "action";
        }
    }
}
