"""QR codes for QML: `image://qr/<text>`; `QrImage` of the kit is the usual way in.

Level M with the quiet zone of four modules (ISO/IEC 18004), dark on white in every theme, since phones read
no other.
"""

from urllib.parse import unquote

import qrcode
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE_MODULES = 4


class QrProvider(QQuickImageProvider):
    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    # Qt's own names and parameters
    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N802, N803
        edge = max(requestedSize.width(), requestedSize.height(), 1)
        return qr_image(unquote(id), edge)


def qr_image(text: str, edge_px: int) -> QImage:
    """`text` as a square image of at most `edge_px`, every module a whole number of pixels."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET_ZONE_MODULES)
    code.add_data(text)
    rows = code.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.setPixelColor(x, y, Qt.GlobalColor.black)
    whole = max(edge_px // len(rows), 1) * len(rows)
    return image.scaled(whole, whole)
