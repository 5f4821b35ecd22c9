"""Every page in some of its looks: it is the page meant, and all of it can be read."""

import pytest

from display.kit.gallery import Look, look_over, looks, render
from display.kit.languages import offered
from kiosk.app import KIOSK
from kiosk.gallery import MODES, SIZES, scenes

EVERY = looks(SIZES, MODES, offered(KIOSK.texts))
SOME = ("portrait-zh-CN-day", "landscape-en-elderly", "portrait-zh-Hant-reach", "portrait-en-elderly-reach")


# The whole gallery, in every look, is drawn and measured by script/screenshots.
@pytest.mark.parametrize("look", [look for look in EVERY if look.name in SOME], ids=lambda look: look.name)
@pytest.mark.parametrize("kiosk", [SIZES["portrait"]], ids=["window"], indirect=True)
def test_no_text_on_any_page_is_cut_off(kiosk, look: Look) -> None:
    every = scenes(kiosk.presenter, kiosk.opened)
    assert len(every) > 80
    assert look_over(kiosk.opened, every, look) == {}


@pytest.mark.parametrize("kiosk", [SIZES["portrait"]], ids=["portrait"], indirect=True)
def test_every_scene_shows_the_page_it_is_called_after(kiosk) -> None:
    shown = {}
    for scene in scenes(kiosk.presenter, kiosk.opened):
        scene.arrange()
        shown[scene.name] = kiosk.page
    wrong = {
        name: page for name, page in shown.items() if name != "still-there" and not name.startswith(page)
    }
    assert wrong == {}


@pytest.mark.parametrize("kiosk", [SIZES["portrait"]], ids=["portrait"], indirect=True)
def test_the_gallery_writes_a_picture_of_each_page(kiosk, tmp_path) -> None:
    some = [scene for scene in scenes(kiosk.presenter, kiosk.opened) if scene.name in {"home", "qr"}]
    look = Look(name="portrait", size=SIZES["portrait"])
    assert render(kiosk.opened, some, [look], tmp_path) == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home.portrait.webp", "qr.portrait.webp"]
