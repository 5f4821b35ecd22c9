"""What a phone would read from the QR codes, by a decoder that is not ours."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from display.kit.qr import QUIET_ZONE_MODULES, qr_image

URL = "https://hall.example.org/t/7k2m9q4x#b6f1c0d8e2a94735"


def decoded(image: QImage, folder: Path) -> list[str]:
    image.save(str(folder / "code.png"))
    with Image.open(folder / "code.png") as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("edge_px", [120, 401, 900])
@pytest.mark.parametrize("text", [URL, "号码 023"])
def test_it_decodes_to_its_text(text: str, edge_px: int, tmp_path: Path) -> None:
    assert decoded(qr_image(text, edge_px), tmp_path) == [text]


def test_modules_are_whole_pixels_and_the_edge_is_kept() -> None:
    image = qr_image(URL, 401)
    modules = qr_image(URL, 1).width()
    assert image.width() % modules == 0
    assert 401 - modules < image.width() <= 401


def test_the_quiet_zone_is_white() -> None:
    image = qr_image(URL, 1)
    border = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(QUIET_ZONE_MODULES)}
    assert border == {"#ffffff"}
