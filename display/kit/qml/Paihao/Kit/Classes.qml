pragma Singleton
import QtQuick

// How a class (accept, consult, pickup) is named and marked; colour is never its only carrier.
QtObject {
    function label(ticketClass: string): string {
        switch (ticketClass) {
        case "accept": return qsTr("受理");
        case "consult": return qsTr("咨询");
        case "pickup": return qsTr("取件");
        default: return "";
        }
    }

    function letter(ticketClass: string): string {
        switch (ticketClass) {
        case "accept": return qsTr("受");
        case "consult": return qsTr("咨");
        case "pickup": return qsTr("取");
        default: return "";
        }
    }
}
