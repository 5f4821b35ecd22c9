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
SHAPES = {"320px": ("small", "light", 1), "412px": ("wide", "dark", 1), "200%": ("small", "light", 2)}


@pytest.fixture(params=SHAPES)
def page(request, phone):
    size, scheme, letters = SHAPES[request.param]
    opened = phone(size=size, scheme=scheme)
    # As a phone does whose owner has set its letters to twice their size.
    opened.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        f"document.documentElement.style.fontSize = '{112.5 * letters}%'; }})"
    )
    return opened


def faults_in_all_languages(page):
    found = []
    for language in LANGUAGES:
        page.locator("#language").select_option(language)
        page.evaluate(SETTLED)
        found += [(language, *fault) for fault in page.evaluate(FAULTS)]
    return found


def test_every_state_of_a_number_is_legible(hall, page):
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for state, shown in NUMBERED.items():
        hall.tickets["REF"] = shown
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#number")).to_have_text(shown.number)
        assert faults_in_all_languages(page) == [], state


def test_what_can_be_done_with_a_number_is_legible(hall, page):
    hall.tickets["REF"] = SAMPLES["several"]
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for name in PANELS:
        page.locator(f"#do-{name}").click()
        expect(page.locator(f"#panel-{name} > :nth-child(2)")).to_be_visible()
        assert faults_in_all_languages(page) == [], name
    page.locator("#panel-cancel .danger").click()
    page.locator("#language").select_option("en")
    page.locator("#do-convert").click()
    page.locator("#panel-convert").get_by_text("Collect").click()
    page.locator("#panel-convert .wish .main").click()
    expect(page.locator(".prospect")).to_be_visible()
    assert page.evaluate(FAULTS) == []


def test_a_page_without_its_holder_or_its_hall_is_legible(hall, page):
    page.goto(hall.address("REF"))
    expect(page.locator("#viewing")).to_be_visible()
    assert faults_in_all_languages(page) == []
    hall.is_away = True
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#offline")).to_be_visible()
    assert faults_in_all_languages(page) == []
    page.goto(hall.address("OTHER"))
    expect(page.locator("body[data-tone=unreachable]")).to_be_visible()
    assert faults_in_all_languages(page) == []


def test_the_hall_and_its_matters_are_legible(hall, page):
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    page.locator("summary").click()
    assert faults_in_all_languages(page) == []
    for code in (*MATTERS, "unknown"):
        page.goto(f"{hall.root}/m/{code}")
        page.locator("body:not([data-tone=loading])").wait_for()
        assert faults_in_all_languages(page) == [], code


# axe-core


@pytest.fixture(scope="module")
def axe():
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page, axe, *, is_contrast_seen=True):
    """Seeing contrast takes axe a second; what it asks for is less than what is measured above."""
    page.evaluate(SETTLED)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": is_contrast_seen}}}
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [(each["id"], node["target"]) for each in found for node in each["nodes"]]


def test_axe_finds_nothing_in_any_state_of_a_number(hall, phone, axe):
    page = phone(size="wide")
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for place, (state, shown) in enumerate(NUMBERED.items()):
        hall.tickets["REF"] = shown
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#number")).to_have_text(shown.number)
        page.locator("#language").select_option(LANGUAGES[place % len(LANGUAGES)])
        assert violations(page, axe, is_contrast_seen=state in ("near", "called", "finished")) == [], state


def test_axe_finds_nothing_in_what_can_be_done(hall, phone, axe):
    hall.tickets["REF"] = SAMPLES["several"]
    page = phone(size="wide")
    page.goto(f"{hall.address('REF')}#{SECRET}")
    for name in PANELS:
        page.locator(f"#do-{name}").click()
        expect(page.locator(f"#panel-{name} > :nth-child(2)")).to_be_visible()
        assert violations(page, axe, is_contrast_seen=False) == [], name


def test_axe_finds_nothing_in_the_other_pages(hall, phone, axe):
    page = phone(size="wide", scheme="dark")
    hall.is_away = True
    for path in ("/t/REF", "/h"):
        page.goto(hall.root + path)
        page.locator("body[data-tone=unreachable]").wait_for()
        assert violations(page, axe) == [], path
    hall.is_away = False
    for path in ("/t/unknown", "/h", *(f"/m/{code}" for code in (*MATTERS, "unknown"))):
        page.goto(hall.root + path)
        page.locator("body:not([data-tone=loading]):not([data-tone=unreachable])").wait_for()
        assert violations(page, axe) == [], path


def test_a_hall_that_has_not_much_to_tell_is_legible(hall, phone, axe):
    hall.hall = made_up_hall(is_closed=True, hours=(), places=(), units=())
    page = phone(size="wide")
    page.goto(f"{hall.root}/h")
    page.locator(".found").first.wait_for()
    assert faults_in_all_languages(page) == []
    assert violations(page, axe) == []


SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")
