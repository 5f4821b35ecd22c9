"""Every page and state of the phone, measured: nothing is cut off, covered, too faint or too small."""

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
SHAPES = {"320px": ("small", "light", 1), "412px": ("wide", "dark", 1), NARROWEST: ("small", "light", 2)}


@pytest.fixture(params=SHAPES)
def shape(request):
    return request.param


@pytest.fixture
def page(shape, phone):
    size, scheme, letters = SHAPES[shape]
    opened = phone(size=size, scheme=scheme)
    # As a phone does whose owner has set its letters to twice their size.
    opened.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        f"document.documentElement.style.fontSize = '{112.5 * letters}%'; }})"
    )
    return opened


@pytest.fixture
def faults(shape, page):
    """Every text in every language where there is least room; elsewhere one language a place, in turn."""
    turn = list(SHAPES).index(shape)

    def found(place=0):
        return page.evaluate(FAULTS, LANGUAGES if shape == NARROWEST else [LANGUAGES[(place + turn) % 3]])

    return found


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
    page.goto(hall.address("OTHER"))
    expect(page.locator("body[data-tone=unreachable]")).to_be_visible()
    assert faults(2) == []


def test_the_hall_and_its_matters_are_legible(hall, page, faults):
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    page.locator("summary").click()
    assert faults() == []
    for place, code in enumerate((*MATTERS, "unknown"), start=1):
        page.goto(f"{hall.root}/m/{code}")
        page.locator("body:not([data-tone=loading])").wait_for()
        assert faults(place) == [], code


# axe-core


@pytest.fixture(scope="module")
def axe():
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page, axe, inside="html", *, is_contrast_seen=False):
    """Seeing contrast takes axe a second; what it asks for is less than what is measured above."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": is_contrast_seen}}}
    run = "async ([inside, options]) => (await axe.run(inside, options)).violations"
    found = page.evaluate(run, [inside, options])
    return [(each["id"], node["target"]) for each in found for node in each["nodes"]]


def test_axe_finds_nothing_in_any_state_of_a_number(hall, phone, axe):
    page = phone(size="wide")
    page.goto(f"{hall.address('REF')}#{SECRET}")
    seen = set()
    for place, (state, shown) in enumerate(NUMBERED.items()):
        hall.tickets["REF"] = shown
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#number")).to_have_text(shown.number)
        page.locator("#language").select_option(LANGUAGES[place % len(LANGUAGES)])
        page.evaluate(SETTLED)
        elements = set(page.evaluate(ELEMENTS))
        is_contrast_seen = state in ("called", "finished")
        if is_contrast_seen or elements - seen:  # of elements that were seen before nothing new is found
            assert violations(page, axe, is_contrast_seen=is_contrast_seen) == [], state
        seen |= elements


def test_axe_finds_nothing_in_what_can_be_done(hall, phone, axe):
    hall.tickets["REF"] = SAMPLES["several"]
    page = phone(size="wide")
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for name in PANELS:
        page.locator(f"#do-{name}").click()
        expect(page.locator(f"#panel-{name} > :nth-child(2)")).to_be_visible()
        assert violations(page, axe, "#doings") == [], name


def test_axe_finds_nothing_in_the_other_pages(hall, phone, axe):
    page = phone(size="wide", scheme="dark")
    matters = tuple(f"/m/{code}" for code in MATTERS)
    hall.is_away = True
    for path in ("/t/REF", "/h"):
        page.goto(hall.root + path)
        page.locator("body[data-tone=unreachable]").wait_for()
        assert violations(page, axe) == [], path
    hall.is_away = False
    for path in ("/t/unknown", "/h", *matters, "/m/unknown"):
        page.goto(hall.root + path)
        page.locator("body:not([data-tone=loading]):not([data-tone=unreachable])").wait_for()
        assert violations(page, axe, is_contrast_seen=path in ("/h", matters[0])) == [], path


def test_a_hall_that_has_not_much_to_tell_is_legible(hall, phone, axe):
    hall.hall = made_up_hall(is_closed=True, hours=(), places=(), units=())
    page = phone(size="wide")
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    assert page.evaluate(FAULTS, LANGUAGES) == []
    assert violations(page, axe) == []


ELEMENTS = """
() => [...document.querySelectorAll("body *:not(option)")].filter((each) => each.checkVisibility())
  .map((each) => [each.tagName, ...[...each.attributes].filter(({ name }) => !name.startsWith("data-"))
    .map(({ name, value }) => `${name}=${value}`)].join(" "))
"""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")
