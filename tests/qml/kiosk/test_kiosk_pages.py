"""Every page in both languages and both shapes: it is the page meant, and all of it can be read."""

import pytest

from display.kit.gallery import Look, look_over, render
from kiosk.gallery import SIZES, scenes


@pytest.mark.parametrize(("language", "mode"), [("zh-CN", "day"), ("en", "day"), ("en", "elderly")])
def test_no_text_on_any_page_is_cut_off(kiosk, language: str, mode: str) -> None:
    size = (kiosk.opened.window.width(), kiosk.opened.window.height())
    look = Look(name="this", size=size, language=language, mode=mode)
    every = scenes(kiosk.presenter, kiosk.opened)
    assert len(every) > 30
    assert look_over(kiosk.opened, every, look) == {}


def test_every_scene_shows_the_page_it_is_called_after(kiosk) -> None:
    shown = {}
    for scene in scenes(kiosk.presenter, kiosk.opened):
        scene.arrange()
        shown[scene.name] = kiosk.page
    wrong = {
        name: page for name, page in shown.items() if name != "still-there" and not name.startswith(page)
    }
    assert wrong == {}


def test_the_gallery_writes_a_picture_of_each_page(kiosk, tmp_path) -> None:
    some = [scene for scene in scenes(kiosk.presenter, kiosk.opened) if scene.name in {"home", "qr"}]
    look = Look(name="portrait", size=SIZES["portrait"])
    assert render(kiosk.opened, some, [look], tmp_path) == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home.portrait.png", "qr.portrait.png"]
