"""Reading QR codes from pictures with zxing-cpp, a decoder that shares nothing with what drew them."""

from pathlib import Path

import zxingcpp
from PIL import Image

from sim.story.errors import Different

_QR = zxingcpp.barcode_formats_from_str("QRCode")


def qr_text(picture: Path) -> str:
    """Return the text of the one QR code in `picture`; Different when there is none or more than one."""
    with Image.open(picture) as image:
        found = zxingcpp.read_barcodes(image.convert("RGB"), formats=_QR)
    texts = {code.text for code in found}
    if len(texts) != 1:
        raise Different(f"{picture.name} shows {len(texts)} QR codes that can be read, not one")
    return texts.pop()
