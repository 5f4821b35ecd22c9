import QtQuick
import Paihao.Kiosk
import "../pages"

// The pages of a number that stands, of pickup and of rating.
Item {
    id: pages

    required property string page
    required property OwnModel own
    required property OwnTypingModel ownTyping
    required property QuestionModel question
    required property ExplanationModel explanation
    required property ConversionModel conversion
    required property CasesModel cases
    required property RatingModel rating
    required property AnswerModel answer
    required property BusyModel busy
    required property OwnHands hands

    OwnPage {
        anchors.fill: parent
        visible: pages.page === name
        own: pages.own
        hands: pages.hands
    }

    OwnTypingPage {
        anchors.fill: parent
        visible: pages.page === name
        typing: pages.ownTyping
        hands: pages.hands
    }

    QuestionPage {
        anchors.fill: parent
        visible: pages.page === name
        question: pages.question
        own: pages.own
        hands: pages.hands
    }

    ExplanationPage {
        anchors.fill: parent
        visible: pages.page === name
        explanation: pages.explanation
        hands: pages.hands
    }

    ConvertPage {
        anchors.fill: parent
        visible: pages.page === name
        conversion: pages.conversion
        hands: pages.hands
    }

    CasesPage {
        anchors.fill: parent
        visible: pages.page === name
        cases: pages.cases
        hands: pages.hands
    }

    RatePage {
        anchors.fill: parent
        visible: pages.page === name
        rating: pages.rating
        hands: pages.hands
    }

    AnswerPage {
        anchors.fill: parent
        visible: pages.page === name
        answer: pages.answer
        own: pages.own
        hands: pages.hands
    }

    BusyPage {
        name: "asking"
        anchors.fill: parent
        visible: pages.page === name
        headline: pages.busy.title
        text: pages.busy.text
        iconName: pages.busy.icon
    }
}
