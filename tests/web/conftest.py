"""A phone's browser, and the phone's pages with made-up numbers."""

import pytest
from playwright.sync_api import sync_playwright

from display.phone.pictures import ARGUMENTS, BROWSER, SIZES
from display.phone.preview import running, ticket


@pytest.fixture(scope="module")  # no longer: while it is open, its event loop stands in the way of asyncio's
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def old_phones():
    """Most tests share phones: each has a hall of its own, and a browser keeps things for one hall only."""
    return {}


@pytest.fixture
def hall():
    with running({"REF": ticket()}) as preview:
        yield preview


@pytest.fixture
def phone(chromium, old_phones):
    """Gives phones; whatever their pages complain of fails the test.

    `is_new`: a phone that the test changes for good, by its clock or a script. `works_offline`: with the
    service worker, through which no test can reach.
    """
    pages, new, complaints = [], [], []

    def note_error(error):
        complaints.append(str(error))

    def note_message(message):
        if "Security Policy" in message.text:
            complaints.append(message.text)

    def take(*, is_new=False, **options):
        kind = tuple(options.items())
        if is_new or old_phones.get(kind) in pages:
            page = switched_on(chromium, **options)
            new.append(page)
        else:
            page = old_phones.get(kind) or old_phones.setdefault(kind, switched_on(chromium, **options))
        pages.append(page)
        page.on("pageerror", note_error)
        page.on("console", note_message)
        return page

    yield take
    for page in pages:
        page.remove_listener("pageerror", note_error)
        page.remove_listener("console", note_message)
    for page in new:
        page.context.close()
    for page in old_phones.values():
        page.unroute_all()
        page.context.set_offline(False)
        page.goto("about:blank")
    assert complaints == []


def switched_on(chromium, *, size="tall", language="zh-CN", scheme="light", letters=1, works_offline=False):
    """`letters`: twice as large on a phone whose owner has set them so."""
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        locale=language,
        color_scheme=scheme,
        reduced_motion="reduce",
        service_workers="allow" if works_offline else "block",
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    if letters > 1:
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => {"
            f"document.documentElement.style.fontSize = '{112.5 * letters}%'; }})"
        )
    return page
