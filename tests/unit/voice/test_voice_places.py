"""Where a window is, said where that is not where the call is heard."""

import pytest

from display.voice.hall import HallVoice, Plan, Zone
from display.voice.manner import Manner
from display.voice.said import Memory
from drivers.contract.speaker import Tongue
from queue_core.wire.messages import Place
from queue_core.wire.stream import Snapshot
from queue_core.wire.views import HallView
from tests.unit.voice.conftest import lay_beeps

UPSTAIRS = Place(
    code="up",
    names={"zh-CN": "二楼", "en": "second floor"},
    building={},
    floor="2",
    walking_min=2,
    windows=(3, 4),
)


def new_folder(beside):
    folder = beside / f"bank-{len(list(beside.iterdir()))}"
    folder.mkdir()
    return folder


@pytest.fixture
def place_of(call, tmp_path, monkeypatch):
    """The words for the place of window 3, as a zone of `place` says them; `clips` are there of places."""
    monkeypatch.setenv("PATH", str(tmp_path))  # without a synthesizer

    def place_of(tongue, *, place, says_places=True, clips=("二楼", "second floor")):
        zone = Zone(name="hall", address="clips+file:///spoken", place=place)
        plan = Plan(
            zones=(zone,),
            manner=Manner(),
            bank=lay_beeps(new_folder(tmp_path), *clips),
            says_places=says_places,
        )
        voice = HallVoice(None, plan, Memory(None), [].append)
        hall = HallView(
            names={}, day="2026-11-23", categories=(), windows=(1, 3), units=(), places=(UPSTAIRS,)
        )
        voice.learn(Snapshot(cursor=1, protocol=1, hall=hall, windows=(), calls=()))
        return voice._place(call(1, window=3), tongue)

    return place_of


def test_a_window_upstairs_is_called_with_its_place_downstairs(place_of):
    assert place_of(Tongue.MANDARIN, place="down") == "二楼"
    assert place_of(Tongue.ENGLISH, place="down") == "second floor"


def test_in_its_own_place_a_window_is_a_number(place_of):
    assert place_of(Tongue.MANDARIN, place="up") == ""


def test_a_hall_that_does_not_want_it_is_not_told_of_places(place_of):
    assert place_of(Tongue.MANDARIN, place="down", says_places=False) == ""


def test_a_place_without_a_name_in_a_language_is_left_out_there(place_of):
    assert place_of(Tongue.CANTONESE, place="down") == ""


def test_a_place_that_nobody_can_say_is_left_out_and_not_its_call(place_of):
    assert place_of(Tongue.MANDARIN, place="down", clips=("second floor",)) == ""
    assert place_of(Tongue.ENGLISH, place="down", clips=("second floor",)) == "second floor"
