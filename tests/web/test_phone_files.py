"""The files of the phone's pages: for which browsers they are, and that none is missing."""

import re

import pytest

from display.phone.preview import STATIC

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
