import QtQuick
import Paihao.Kit

// What a part of the screen is about.
BodyText {
    font.bold: true
    wrapMode: Text.NoWrap
    Accessible.role: Accessible.Heading
}
