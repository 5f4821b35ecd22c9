import QtQuick

// What helps, and may be passed over.
BodyText {
    color: Theme.quietInk
    font.pixelSize: Theme.captionPx
}
