import QtQuick
import Paihao.Kit
import Paihao.Kiosk
import "booking"
import "own"
import "pages"
import "staff"

Window {
    id: root

    required property ShellModel shell
    required property ChoiceModel choice
    required property MattersModel matters
    required property MatterModel matter
    required property IdentityModel identity
    required property ForesightModel foresight
    required property MobileModel mobile
    required property AppointmentsModel appointments
    required property TicketModel ticket
    required property MessageModel message
    required property Hands hands
    required property OwnModel own
    required property OwnTypingModel ownTyping
    required property QuestionModel question
    required property ExplanationModel explanation
    required property ConversionModel conversion
    required property CasesModel cases
    required property RatingModel rating
    required property AnswerModel answer
    required property BusyModel busy
    required property OwnHands ownHands
    required property SlotsModel slots
    required property BookedModel booked
    required property BookingHands bookingHands
    required property StaffModel staff
    required property StaffHands staffHands
    required property FrameHands frameHands
    property var cabinet: null
    readonly property bool isLent: cabinet !== null && shell.page === "cabinet"
    readonly property string page: isLent ? "cabinet-" + cabinet.page : shell.page
    readonly property bool isWide: width > height

    width: 1080
    height: 1920
    color: Theme.ground
    title: shell.hallName

    Binding {
        target: Theme
        property: "unit"
        value: (root.isWide ? root.height / 1240 : root.width / 1080) * (Theme.isLow ? Theme.lowFactor : 1)
    }

    Binding {
        target: Theme
        property: "roomAbove"
        when: !root.isLent
        restoreMode: Binding.RestoreNone
        value: Theme.isLow ? pages.y - topBar.height : 0
    }

    PointHandler {
        onActiveChanged: root.frameHands.touched()
    }

    Item {
        anchors.fill: parent
        visible: !root.shell.isAsked && !root.isLent

        TopBar {
            id: topBar

            anchors.left: parent.left
            anchors.right: parent.right
            shell: root.shell
            refusal: root.staff.refusal
            isWide: root.isWide
        }

        Item {
            id: pages

            objectName: "pages"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: comfortBar.top
            height: comfortBar.y - (Theme.isLow ? root.height * (1 - Theme.lowShare) : topBar.height)

            OwnPages {
                anchors.fill: parent
                page: root.page
                own: root.own
                ownTyping: root.ownTyping
                question: root.question
                explanation: root.explanation
                conversion: root.conversion
                cases: root.cases
                rating: root.rating
                answer: root.answer
                busy: root.busy
                hands: root.ownHands
            }

            BookingPages {
                anchors.fill: parent
                page: root.page
                slots: root.slots
                booked: root.booked
                hands: root.bookingHands
            }

            TakingPages {
                anchors.fill: parent
                page: root.page
                choice: root.choice
                matters: root.matters
                matter: root.matter
                identity: root.identity
                foresight: root.foresight
                mobile: root.mobile
                appointments: root.appointments
                ticket: root.ticket
                message: root.message
                hands: root.hands
            }
        }

        StaffPages {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: topBar.bottom
            anchors.bottom: comfortBar.top
            page: root.page
            staff: root.staff
            hands: root.staffHands
        }

        ComfortBar {
            id: comfortBar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            language: root.shell.language
            mode: root.shell.mode
            isReach: root.shell.isLow
            volume: root.shell.canSpeak ? root.shell.volume : -1
            isWide: root.isWide
            onLanguageChosen: tag => root.frameHands.languageChosen(tag)
            onModeChosen: mode => root.frameHands.modeChosen(mode)
            onReachToggled: root.frameHands.reachChosen(!root.shell.isLow)
            onVolumeTurned: root.frameHands.volumeChosen((root.shell.volume + 1) % 4)
        }
    }

    StillThere {
        objectName: "still-there"
        anchors.fill: parent
        visible: root.shell.isAsked
        hands: root.frameHands
        clearsAfterS: root.shell.clearsAfterS
    }

    // The pages of a cabinet that shares this screen.
    Loader {
        anchors.fill: parent
        visible: root.isLent

        Component.onCompleted: {
            if (root.cabinet !== null)
                setSource("../cabinet/qml/CabinetPages.qml", {
                    "model": root.cabinet
                });
        }
    }
}
