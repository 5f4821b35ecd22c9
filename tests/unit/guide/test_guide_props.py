"""What the guide desk's pages show, and that nothing on them is dead."""

import pytest

from counter.guide import samples as sample
from counter.guide.flow.state import Page, Trouble
from counter.guide.flow.table import FLOW, advance
from counter.guide.viewmodels.derive import PAGES, GuideProps, derive
from counter.guide.viewmodels.parts import Choice
from counter.guide.viewmodels.telling import told
from counter.guide.viewmodels.troubles import OF_PRINTERS, TITLES
from queue_core.wire.texts import said


def pressable(props: GuideProps) -> list[Choice]:
    ways = [one for one in (props.back, props.home) if one is not None]
    return [*props.choices, *props.acts, *ways]


PROPS = {name: derive(state, language="zh-CN") for name, state in sample.STATES.items()}
PRESSES = [(name, one.name) for name, props in PROPS.items() for one in pressable(props)]


def test_every_page_of_the_flow_is_drawn_and_sampled() -> None:
    assert set(PAGES) == set(Page)
    assert {state.help.page for state in sample.STATES.values()} == set(Page)
    assert {page for page, _ in FLOW} <= set(Page)


@pytest.mark.parametrize("name", PROPS)
def test_no_two_things_on_a_page_bear_the_same_name(name: str) -> None:
    names = [one.name for one in pressable(PROPS[name])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "pressed"), PRESSES)
def test_whatever_can_be_pressed_leads_somewhere(name: str, pressed: str) -> None:
    state = sample.STATES[name]
    press = next(one.press for one in pressable(PROPS[name]) if one.name == pressed)
    taken = advance(state, press, "key")
    assert taken.requests or taken.state != state


@pytest.mark.parametrize("name", [name for name, props in PROPS.items() if props.page in set(Page)])
def test_there_is_always_a_way_on_or_out(name: str) -> None:
    assert pressable(PROPS[name]) != [] or PROPS[name].is_busy


@pytest.mark.parametrize("code", sorted({*TITLES, *OF_PRINTERS, "quota-full", "hall-closed-today"}))
def test_a_trouble_is_told_in_words(code: str) -> None:
    title, advice = told(Trouble(code=code), "zh-CN")
    assert title != ""
    assert code not in title + advice


def test_what_the_hall_refuses_is_told_in_its_own_words() -> None:
    assert told(Trouble(code="quota-full"), "en")[1] == said("quota-full")["en"]
    unknown = Trouble(code="brand-new", said={"zh-CN": "请看大屏。"}, remedy="Look at the log.")
    assert told(unknown, "zh-CN")[1] == "请看大屏。"


def test_a_name_is_shown_to_its_first_letter_and_a_number_to_its_last_four() -> None:
    rows = " ".join(one.text for one in PROPS["preview"].rows)
    assert "S** 尾号 5678" in rows
    assert "SMITH" not in rows
