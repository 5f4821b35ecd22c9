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
def old_phone(chromium):
    """Most tests share a phone: each has a hall of its own, and a browser keeps things for one hall only."""
    return switched_on(chromium)


@pytest.fixture
def hall():
    with running({"REF": ticket()}) as preview:
        yield preview


@pytest.fixture
def phone(chromium, old_phone):
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
        is_new = is_new or bool(options) or old_phone in pages
        page = switched_on(chromium, **options) if is_new else old_phone
        pages.append(page)
        new.extend([page] if is_new else [])
        page.on("pageerror", note_error)
        page.on("console", note_message)
        return page

    yield take
    for page in pages:
        page.remove_listener("pageerror", note_error)
        page.remove_listener("console", note_message)
    for page in new:
        page.context.close()
    old_phone.unroute_all()
    old_phone.context.set_offline(False)
    old_phone.goto("about:blank")
    assert complaints == []


def switched_on(chromium, *, size="tall", language="zh-CN", scheme="light", works_offline=False):
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
    return page
