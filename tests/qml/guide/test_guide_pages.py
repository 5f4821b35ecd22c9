"""Every page of the guide desk in some of its looks: it is the page meant, and all of it can be read."""

import pytest

from counter.guide.gallery import MODES, scenes
from counter.guide.gallery import SIZES as DRAWN
from display.kit.gallery import Look, look_over, looks, render
from tests.qml.guide.conftest import SIZES

SOME = ("landscape-zh-CN-day", "landscape-en-contrast", "portrait-en-day")


# The whole gallery, in every look, is drawn and measured by script/screenshots.
@pytest.mark.parametrize(
    "look", [look for look in looks(DRAWN, MODES) if look.name in SOME], ids=lambda look: look.name
)
@pytest.mark.parametrize("tablet", [SIZES["landscape"]], ids=["window"], indirect=True)
def test_no_text_on_any_page_is_cut_off(tablet, look: Look) -> None:
    every = scenes(tablet.model, tablet.opened)
    assert len(every) > 70
    assert look_over(tablet.opened, every, look) == {}


@pytest.mark.parametrize("tablet", [SIZES["portrait"]], ids=["portrait"], indirect=True)
def test_every_scene_shows_the_page_it_is_called_after(tablet) -> None:
    wrong = {}
    for scene in scenes(tablet.model, tablet.opened):
        scene.arrange()
        if scene.name != "asked" and not scene.name.startswith(tablet.page):
            wrong[scene.name] = tablet.page
    assert wrong == {}


@pytest.mark.parametrize("tablet", [SIZES["landscape"]], ids=["landscape"], indirect=True)
def test_the_gallery_writes_a_picture_of_each_page(tablet, tmp_path) -> None:
    some = [scene for scene in scenes(tablet.model, tablet.opened) if scene.name in {"home", "qr"}]
    look = Look(name="landscape", size=SIZES["landscape"])
    assert render(tablet.opened, some, [look], tmp_path) == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home.landscape.webp", "qr.landscape.webp"]
