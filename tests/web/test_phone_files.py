"""The files of the phone's pages: how much there is to load, and for which browsers."""

import re

import pytest
from playwright.sync_api import expect

from display.phone.preview import SECRET, STATIC

MOST_BYTES = 100_000
MOST_REQUESTS = 20
OLDEST_BROWSER_LACKS = {
    # What the browser inside WeChat, Chromium 80 or Safari 13.1, does not know: the whole page would fail.
    "js": (
        r"\.at\(-?\d",
        r"\.replaceAll\(",
        r"\.replaceChildren\(",
        r"\(\?<[=!]",
        r"this\.#|^\s+#\w",
        r"structuredClone|randomUUID|Object\.hasOwn|Promise\.any|checkVisibility",
        r"\?\?=|\|\|=|&&=",
        r"^(await|(const|let) .* = await) ",
    ),
    "css": (
        r":has\(",
        r":is\(",
        r":where\(",
        r"aspect-ratio",
        r"\binset:",
        r"display: (inline-)?flex",
        r"\d(dvh|svh|lvh)",
    ),
}


def files(kind):
    return sorted(STATIC.glob(f"*.{kind}"))


@pytest.mark.parametrize("path", [*files("js"), *files("css")], ids=lambda path: path.name)
def test_the_pages_use_nothing_that_a_browser_of_2020_lacks(path):
    text = path.read_text("utf-8")
    lacking = OLDEST_BROWSER_LACKS[path.suffix[1:]]
    assert [each for each in lacking if re.search(each, text, re.MULTILINE)] == []


@pytest.mark.parametrize("path", files("html"), ids=lambda path: path.name)
def test_a_page_has_no_script_or_style_of_its_own_and_loads_nothing_from_elsewhere(path):
    text = path.read_text("utf-8")
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|https?://", text) == []
    for name in re.findall(r"phone/([\w.-]+)", text):
        assert (STATIC / name).is_file(), name


def test_the_service_worker_keeps_every_file():
    kept = set(
        re.findall(r'"(?:phone/)?([\w-]+\.(?:js|css|svg|html))"', (STATIC / "sw.js").read_text("utf-8"))
    )
    assert kept - {"sw.js"} == {path.name for path in STATIC.iterdir()} - {"sw.js"}


def test_the_first_look_at_a_number_loads_little(hall, phone):
    page = phone(is_new=True)
    chromium = page.context.new_cdp_session(page)
    chromium.send("Network.enable")
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
    chromium.send("Network.emulateNetworkConditions", slow)  # 3G fast: 1.6 Mbit/s down, 0.75 up
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#number")).to_have_text("023")
    loaded = page.evaluate(LOADED)
    assert 0 < sum(loaded) <= MOST_BYTES
    assert len(loaded) <= MOST_REQUESTS


LOADED = """
() => {
  const ready_ms = performance.getEntriesByName("ready")[0].startTime;
  return performance.getEntriesByType("resource")
    .filter((each) => each.responseEnd <= ready_ms)
    .concat(performance.getEntriesByType("navigation"))
    .map((each) => each.transferSize);
}
"""
