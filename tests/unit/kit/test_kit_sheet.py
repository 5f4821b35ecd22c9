"""The page that shows all pictures: found by front end, page, language, mode and size."""

import re
from pathlib import Path

import pytest

from display.kit.sheet import Picture, main, picture


@pytest.mark.parametrize(
    ("path", "size", "language", "mode"),
    [
        ("kiosk/home.portrait-zh-Hant-reach.png", "portrait", "zh-Hant", "reach"),
        ("kiosk/take-trouble-quota-full.landscape-en-day.png", "landscape", "en", "day"),
        ("wall/calls.hd-contrast.png", "hd", "", "contrast"),
        ("phone/phone-waiting.tall-zh-CN.png", "tall", "zh-CN", ""),
        ("phone/phone-waiting.tall-dark.png", "tall", "", "dark"),
        ("ticket/ticket-accept.80mm.png", "80mm", "", ""),
        ("bench/bench.png", "", "", ""),
    ],
)
def test_a_picture_is_known_by_its_name(path: str, size: str, language: str, mode: str) -> None:
    front, file = path.split("/")
    assert picture(Path(path)) == Picture(
        front=front,
        page=file.partition(".")[0],
        size=size,
        language=language,
        mode=mode,
        path=path,
    )


def test_every_picture_is_on_the_page_under_its_front_end_and_page(tmp_path: Path) -> None:
    paths = ["kiosk/home.portrait-en-day.png", "kiosk/done.portrait-en-day.png", "bench/bench.png"]
    for path in paths:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    assert main(tmp_path) == 0
    page = (tmp_path / "index.html").read_text()
    assert sorted(re.findall(r'<img [^>]*src="([^"]+)"', page)) == sorted(paths)
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["bench", "kiosk"]
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["bench", "done", "home"]


def test_a_folder_without_pictures_is_told_as_a_failure(tmp_path: Path) -> None:
    assert main(tmp_path) == 1
