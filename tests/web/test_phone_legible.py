"""Every page and state of the phone, measured: nothing cut off, covered, faint or small, and axe content."""

from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from display.phone.preview import SAMPLES, SECRET
from display.phone.samples import MATTERS
from display.phone.samples import hall as made_up_hall

LANGUAGES = ("zh-CN", "zh-Hant", "en")
LONG = {
    "zh-CN": "示范区不动产登记交易和市场主体注册登记综合服务中心",
    "zh-Hant": "示範區不動產登記交易和市場主體註冊登記綜合服務中心",
    "en": "Demonstration Government Service Centre of the Northern District",
}
STATES = SAMPLES | {
    "long": replace(SAMPLES["paperless"], number="A00123", hall_names=LONG, category_names=LONG)
}
NUMBERED = {
    name: replace(state, number=state.number[:-2] + f"{place:02}")
    for place, (name, state) in enumerate(STATES.items())
}
PANELS = ("materials", "explanation", "convert", "errand", "defer", "cancel")
NARROWEST = "200%"
AXED = "412px"
SHAPES = {"320px": ("small", "light", 1), AXED: ("wide", "dark", 1), NARROWEST: ("small", "light", 2)}


@pytest.fixture(params=SHAPES)
def shape(request):
    return request.param


@pytest.fixture
def page(shape, phone):
    size, scheme, letters = SHAPES[shape]
    return phone(size=size, scheme=scheme, letters=letters)


@pytest.fixture(scope="module")
def axe():
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture
def faults(shape, page, axe):
    """Every text in every language where there is least room; elsewhere one language a place, in turn."""
    turn = list(SHAPES).index(shape)
    seen = set()

    def found(place=0):
        languages = LANGUAGES if shape == NARROWEST else [LANGUAGES[(place + turn) % len(LANGUAGES)]]
        return page.evaluate(FAULTS, languages) + (violations(page, axe, seen) if shape == AXED else [])

    return found


def violations(page, axe, seen):
    """What axe-core has against the page; it is not asked where all elements are among those it has `seen`.

    Seeing contrast takes it a second, and it asks for less than what is measured above: once is enough.
    """
    elements = set(page.evaluate(ELEMENTS))
    if elements <= seen:
        return []
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": not seen}}}
    seen |= elements
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [(each["id"], node["target"]) for each in found for node in each["nodes"]]


def test_every_state_of_a_number_is_legible(hall, page, faults):
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for place, (state, shown) in enumerate(NUMBERED.items()):
        hall.tickets["REF"] = shown
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#number")).to_have_text(shown.number)
        assert faults(place) == [], state


def test_what_can_be_done_with_a_number_is_legible(hall, page, faults):
    hall.tickets["REF"] = SAMPLES["several"]
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for place, name in enumerate(PANELS):
        page.locator(f"#do-{name}").click()
        assert faults(place) == [], name
    page.locator("#panel-cancel .danger").click()
    page.locator("#language").select_option("en")
    page.locator("#do-convert").click()
    page.locator("#panel-convert").get_by_text("Collect").click()
    page.locator("#panel-convert .wish .main").click()
    expect(page.locator(".prospect")).to_be_visible()
    assert page.evaluate(FAULTS, ["en"]) == []


def test_a_page_without_its_holder_or_its_hall_is_legible(hall, page, faults):
    page.goto(hall.address("REF"))
    expect(page.locator("#viewing")).to_be_visible()
    assert faults() == []
    hall.is_away = True
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#offline")).to_be_visible()
    assert faults(1) == []
    page.goto(f"{hall.root}/h")
    expect(page.locator("body[data-tone=unreachable]")).to_be_visible()
    assert faults(2) == []
    page.goto(hall.address("OTHER"))
    expect(page.locator("body[data-tone=unreachable]")).to_be_visible()
    assert faults(2) == []


def test_the_hall_and_its_matters_are_legible(hall, shape, page, faults):
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    page.locator("summary").click()
    assert faults() == []
    codes = (*MATTERS, "unknown")
    for place, code in enumerate(codes if shape == NARROWEST else codes[-2:], start=1):
        page.goto(f"{hall.root}/m/{code}")
        page.locator("body:not([data-tone=loading])").wait_for()
        assert faults(place) == [], code


def test_a_hall_that_has_not_much_to_tell_is_legible(hall, phone, axe):
    hall.hall = made_up_hall(is_closed=True, hours=(), places=(), units=())
    page = phone(size="wide")
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    assert page.evaluate(FAULTS, LANGUAGES) == []
    assert violations(page, axe, set()) == []


ELEMENTS = """
() => [...document.querySelectorAll("body *:not(option)")].filter((each) => each.checkVisibility())
  .map((each) => [each.tagName, ...[...each.attributes].filter(({ name }) => !name.startsWith("data-"))
    .map(({ name, value }) => `${name}=${value}`)].join(" "))
"""
FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")
