"""The frame around the kiosk's pages: how the visitor wants it, 还在吗, and a card left behind."""

from dataclasses import replace

import pytest

from display.kit import stage
from kiosk import presenter as presenting
from kiosk.flow.effects import Beep
from kiosk.flow.events import CardRead, HallSeen, PrinterSeen, ReadersSeen
from kiosk.flow.facts import Means
from kiosk.flow.presses import Leave, TimeOver
from kiosk.flow.visit import Comfort, Mode
from kiosk.samples import FACTS, HALL, HOLDER, PRINTER, READERS

CARD_LIES = tuple(replace(one, status=replace(one.status, card="present")) for one in READERS)


@pytest.fixture
def ready(kiosk):
    kiosk.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))
    return kiosk


def theme(kiosk, name: str):
    return kiosk.opened.engine.singletonInstance("Paihao.Kit", "Theme").property(name)


@pytest.mark.parametrize("mode", [Mode.CONTRAST, Mode.ELDERLY])
def test_a_mode_is_one_press_away_and_leaves_with_the_visitor(ready, mode: Mode) -> None:
    ready.press(f"mode-{mode}")
    assert theme(ready, "mode") == mode
    ready.press("class-accept")
    assert theme(ready, "mode") == mode
    ready.hear(Leave())
    assert theme(ready, "mode") == "day"


def test_the_house_may_begin_in_another_mode(ready) -> None:
    house = Comfort(mode=Mode.CONTRAST)
    ready.presenter.visit = replace(ready.presenter.visit, comfort=house, house_comfort=house)
    ready.press("mode-day")
    assert theme(ready, "mode") == "day"
    ready.hear(Leave())
    assert theme(ready, "mode") == "contrast"


@pytest.mark.parametrize(
    ("tag", "welcome", "family"),
    [
        ("zh-Hant", "您還在嗎？", "Noto Sans CJK TC"),
        ("en", "Are you still there?", "Noto Sans CJK SC"),
        ("zh-CN", "您还在吗？", "Noto Sans CJK SC"),
    ],
)
def test_each_language_is_one_press_away_in_its_own_characters(
    ready, tag: str, welcome: str, family: str
) -> None:
    ready.press("language-en")
    ready.press(f"language-{tag}")
    assert theme(ready, "family") == family
    ready.press("class-accept")
    ready.hear(TimeOver())
    assert ready.text("question") == welcome


def test_the_lower_half_is_one_press_away_and_back(ready) -> None:
    top = stage.centre(stage.visible(ready.opened.window, "title")).y()
    ready.press("reach")
    height = ready.opened.window.height()
    stage.lay_out(ready.opened.window)
    assert stage.centre(stage.visible(ready.opened.window, "class-accept")).y() > height / 2
    assert stage.centre(stage.visible(ready.opened.window, "title")).y() < height / 2
    ready.press("reach")
    stage.lay_out(ready.opened.window)
    assert stage.centre(stage.visible(ready.opened.window, "title")).y() == top


def test_the_volume_goes_round_where_there_is_a_speaker(ready) -> None:
    assert "volume" not in ready.names()
    ready.presenter.facts = replace(ready.presenter.facts, means=Means(speaks=True))
    ready.presenter.show()
    seen = [ready.text("volume")]
    for _ in range(4):
        ready.press("volume")
        seen.append(ready.text("volume"))
    assert seen == ["音量 1", "音量 2", "音量 3", "静音", "音量 1"]


def test_the_question_counts_down_to_the_end_of_the_visit(ready, qtbot) -> None:
    ready.presenter.facts = replace(FACTS, patience=replace_patience(clear_after_s=30))
    ready.press("class-accept")
    ready.hear(TimeOver())
    assert ready.text("countdown") == "30"
    qtbot.waitUntil(lambda: int(ready.text("countdown")) < 30, timeout=20_000)
    ready.press("still-here")
    ready.hear(TimeOver())
    assert ready.text("countdown") == "30"


def replace_patience(**fields: float):
    return FACTS.patience.model_copy(update=fields)


def test_a_card_left_behind_is_told_of_and_beeps_until_it_is_taken(
    ready, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenting, "BEEP_EVERY_S", 0.02)
    ready.press("class-accept")
    ready.hear(ReadersSeen(CARD_LIES), CardRead(visit_id=0, reader=0, holder=HOLDER))
    assert Beep() not in ready.asked()
    ready.hear(Leave())
    assert "left-card" in ready.names()
    heard: list[object] = []
    qtbot.waitUntil(lambda: heard.extend(ready.asked()) or heard.count(Beep()) >= 3, timeout=20_000)
    ready.hear(ReadersSeen(READERS))
    assert "left-card" not in ready.names()
    assert not ready.presenter.is_beeping


def test_the_beeping_ends_when_the_next_visitor_begins(ready) -> None:
    ready.hear(ReadersSeen(CARD_LIES), CardRead(visit_id=0, reader=0, holder=HOLDER))
    assert ready.presenter.is_beeping
    ready.press("class-accept")
    assert not ready.presenter.is_beeping
