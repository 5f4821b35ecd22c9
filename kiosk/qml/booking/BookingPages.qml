import QtQuick
import Paihao.Kiosk

// A slot of another day instead of a number.
Item {
    id: pages

    required property string page
    required property SlotsModel slots
    required property BookedModel booked
    required property BookingHands hands

    SlotsPage {
        anchors.fill: parent
        visible: pages.page === name
        slots: pages.slots
        hands: pages.hands
    }

    BookedPage {
        anchors.fill: parent
        visible: pages.page === name
        booked: pages.booked
        hands: pages.hands
    }
}
