import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// Who is on duty. A supervisor sits at no window.
FocusScope {
    id: page

    required property Overview overview
    required property SupervisorFrameModel frame
    required property SupervisorHands hands

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Component.onCompleted: if (visible)
        fields.begin()
    onVisibleChanged: if (visible)
        fields.begin()

    Panel {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 9 * Theme.targetEdge)
        height: form.implicitHeight + 2 * Theme.wide

        ColumnLayout {
            id: form

            anchors.fill: parent
            anchors.margins: Theme.wide
            spacing: Theme.gap

            TitleText {
                id: title

                objectName: "title"
                text: qsTr("值班主任登录")
                Layout.fillWidth: true
            }

            LogInFields {
                id: fields

                isSmall: true
                enabled: !page.frame.isLoggingIn
                Layout.fillWidth: true
                onSubmitted: (clerk, password) => page.hands.logIn(clerk, password)
            }

            Act {
                objectName: "log-in"
                text: page.frame.isLoggingIn ? qsTr("正在登录") : qsTr("登录")
                iconName: "person"
                tone: "action"
                key: "Enter"
                enabled: !page.frame.isLoggingIn
                Layout.fillWidth: true
                onClicked: fields.submit()
            }

            Notice {
                objectName: "notice"
                visible: page.frame.noticeTitle !== ""
                tone: page.frame.noticeTone
                title: page.frame.noticeTitle
                text: page.frame.noticeText
                Layout.fillWidth: true
            }
        }
    }

    LanguageSwitch {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        current: page.frame.language
        onChosen: tag => page.overview.speak(tag)
    }
}
