"""The managers' page in a browser, with a made-up day."""

import json
import re
from importlib import resources

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from display.managers.preview import NUMBER, PASSWORD, STATIC, TOKEN, running
from display.managers.samples import busy_day, empty_day

SCREENS = {"desk": (1440, 900), "phone": (390, 844), "narrowest": (320, 640)}
OVERFLOWING = """
() => {
  const wide = document.documentElement.scrollWidth > innerWidth;
  const cut = [...document.querySelectorAll("svg text")].filter((text) => {
    const [mine, room] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
    return mine.left < room.left - 1 || mine.right > room.right + 1;
  });
  return [...(wide ? ["the page"] : []), ...cut.map((text) => text.textContent)];
}
"""
OVERLAPPING = """
() => [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
  const texts = [...svg.querySelectorAll("text")];
  const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
  return boxes.flatMap(([said, a], at) =>
    boxes.slice(at + 1).filter(([, b]) => meet(a, b)).map(([other]) => [said, other]));
})
"""


@pytest.fixture
def hall():
    with running() as preview:
        yield preview


@pytest.fixture
def browser(chromium):
    """Gives pages; whatever they complain of fails the test."""
    contexts, complaints = [], []

    def note(message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def take(*, screen="desk", language="zh-CN", scheme="light"):
        width, height = SCREENS[screen]
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, locale=language, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", note)
        return page

    yield take
    for context in contexts:
        context.close()
    assert complaints == []


def log_in(page, hall):
    page.goto(hall.address)
    page.fill("#number", NUMBER)
    page.fill("#password", PASSWORD)
    page.click("#enter")
    page.wait_for_selector("#figures .tiles")


def tile(page, name):
    return page.locator(".tiles > div", has=page.get_by_text(name, exact=True)).locator(".value")


def test_a_manager_logs_in_and_sees_the_day(browser, hall):
    page = browser()
    log_in(page, hall)
    expect(page.locator("h1")).to_have_text("今日数据 · 2026-11-23")
    expect(page.locator("#hall")).to_have_text("示范政务服务中心")
    expect(tile(page, "取号")).to_have_text("1,424")
    expect(tile(page, "首次等候平均")).to_have_text("9:07")
    expect(tile(page, "即办率")).to_have_text("88.7%")
    expect(tile(page, "满意率")).to_have_text("92.0%")
    expect(page.locator(".chart svg")).to_have_count(4)
    expect(page.locator("#part-category tbody tr").first).to_contain_text("注册登记")


def test_the_page_speaks_english_too(browser, hall):
    page = browser()
    log_in(page, hall)
    page.select_option("#language", "en")
    expect(tile(page, "Numbers taken")).to_have_text("1,424")
    expect(page.locator("#part-category tbody tr").nth(1)).to_contain_text("Business management")
    assert page.locator("html").get_attribute("lang") == "en"
    assert re.search(r"[\u4e00-\u9fff]", page.locator("main").inner_text()) is None


def test_a_wrong_password_is_said_and_lets_nobody_in(browser, hall):
    page = browser()
    page.goto(hall.address)
    page.fill("#number", NUMBER)
    page.fill("#password", "something else")
    page.press("#password", "Enter")
    expect(page.locator("#refusal")).to_have_text("工号或密码不对，请重试。")
    expect(page.locator("#figures")).to_be_hidden()


def test_the_token_lives_in_this_tab_alone_and_in_no_address(browser, hall):
    page = browser()
    log_in(page, hall)
    assert page.evaluate("Object.values(sessionStorage)") == [TOKEN]
    assert TOKEN not in page.evaluate("JSON.stringify(localStorage) + document.cookie + location.href")
    assert not [path for _, path, _ in hall.seen if TOKEN in path or PASSWORD in path]
    page.reload()
    expect(tile(page, "取号")).to_have_text("1,424")


def test_who_logs_out_leaves_nothing_behind(browser, hall):
    page = browser()
    log_in(page, hall)
    page.click("#leave")
    expect(page.locator("#number")).to_be_focused()
    expect(page.locator("#figures")).to_be_hidden()
    assert page.locator("#figures").inner_text() == ""
    assert page.evaluate("sessionStorage.length") == 0
    assert ("DELETE", "/api/v1/reading-sessions/current") in [each[:2] for each in hall.seen]


def test_the_figures_are_read_again_every_ten_seconds_and_only_sent_when_changed(browser, hall):
    page = browser()
    page.clock.install()
    log_in(page, hall)
    page.click("#part-unit summary")
    with page.expect_response("**/figures/today") as unchanged:
        page.clock.run_for(10_000)
    assert unchanged.value.status == 304
    hall.figures = replace(hall.figures, totals=replace(hall.figures.totals, taken=1_425))
    page.clock.run_for(10_000)
    expect(tile(page, "取号")).to_have_text("1,425")
    expect(page.locator("#part-unit")).to_have_attribute("open", "")


def test_a_page_whose_line_is_down_says_how_old_it_is_and_comes_back(browser, hall):
    page = browser()
    page.clock.install()
    log_in(page, hall)
    hall.is_away = True
    page.clock.run_for(10_000)
    expect(page.locator("#age")).to_be_visible()
    page.clock.fast_forward(180_000)
    expect(page.locator("#age")).to_contain_text("3 分钟前")
    expect(tile(page, "取号")).to_have_text("1,424")
    hall.is_away = False
    page.clock.run_for(10_000)
    expect(page.locator("#age")).to_be_hidden()


def test_an_ended_session_asks_to_log_in_again_and_shows_nothing(browser, hall):
    page = browser()
    page.clock.install()
    log_in(page, hall)
    hall.is_token_known = False
    page.clock.run_for(10_000)
    expect(page.locator("#refusal")).to_have_text("登录已失效，请重新登录。")
    expect(page.locator("#figures")).to_be_hidden()


def test_a_day_before_its_first_number_is_shown_without_false_noughts(browser, hall):
    hall.figures = empty_day()
    page = browser()
    log_in(page, hall)
    expect(tile(page, "首次等候平均")).to_have_text("–")
    expect(tile(page, "即办率")).to_have_text("–")
    expect(page.locator("#figures")).to_contain_text("今天还没有数据。")


@pytest.mark.parametrize(
    ("screen", "language", "scheme"),
    [
        ("desk", "zh-CN", "light"),
        ("narrowest", "en", "dark"),
        ("narrowest", "zh-CN", "light"),
    ],
)
def test_everybody_can_read_all_of_it_on_desk_and_phone(browser, hall, screen, language, scheme):
    page = browser(screen=screen, language=language, scheme=scheme)
    page.goto(hall.address)
    page.wait_for_selector("#entrance:not([hidden])")
    assert violations(page) == []
    log_in(page, hall)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(OVERLAPPING) == []
    assert violations(page) == []


def violations(page):
    """What axe-core has against the page."""
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [(each["id"], [node["html"][:80] for node in each["nodes"]][:3]) for each in found]


def test_all_of_it_can_be_used_by_keyboard(browser, hall):
    page = browser()
    page.goto(hall.address)
    page.wait_for_selector("#entrance:not([hidden])")
    page.focus("#number")
    page.keyboard.type(NUMBER)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#figures .tiles")
    page.focus("#part-window summary")
    page.keyboard.press("Enter")
    expect(page.locator("#part-window table")).to_be_visible()


def test_the_sample_is_a_day_as_it_travels():
    figures = busy_day()
    assert sum(each.taken for each in figures.by_class) == figures.totals.taken
    assert sum(each.taken for each in figures.by_category) == figures.totals.taken


def test_the_page_has_no_script_or_style_of_its_own_and_loads_nothing_from_elsewhere():
    text = (STATIC / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|https?://", text) == []
    scripts = [path.read_text("utf-8") for path in STATIC.glob("*.js")]
    assert [script for script in scripts if "innerHTML" in script or "document.write" in script] == []
    imported = {name for script in scripts for name in re.findall(r'from "\./([\w-]+\.js)"', script)}
    named = imported | set(re.findall(r"managers/([\w.-]+)", text))
    assert named == {path.name for path in STATIC.iterdir()} - {"index.html"}


def test_both_languages_say_everything_that_is_asked_for(browser, hall):
    page = browser()
    page.goto(hall.address)
    texts = page.evaluate("import('./managers/texts.js').then((all) => JSON.stringify(all.TEXTS))")
    chinese, english = json.loads(texts)["zh-CN"], json.loads(texts)["en"]
    assert set(chinese) == set(english)
    asked = {
        name
        for path in STATIC.glob("*.js")
        for name in re.findall(r"\btexts\.(?!js\b)(\w+)", path.read_text("utf-8"))
    }
    assert asked <= set(chinese)
    placed = {name: re.findall(r"\{\w+\}", text) for name, text in chinese.items() if isinstance(text, str)}
    assert all(
        sorted(re.findall(r"\{\w+\}", english[name])) == sorted(found) for name, found in placed.items()
    )
