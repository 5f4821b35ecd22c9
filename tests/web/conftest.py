"""A phone's browser, and the phone page with made-up tickets."""

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


@pytest.fixture
def hall():
    with running({"REF": ticket()}) as preview:
        yield preview


@pytest.fixture
def phone(chromium):
    """Opens phones; whatever their pages complain of fails the test."""
    contexts, complaints = [], []

    def switch_on(*, size="tall", language="zh-CN", scheme="light"):
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale=language, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if "Security Policy" in message.text else None,
        )
        return page

    yield switch_on
    for context in contexts:
        context.close()
    assert complaints == []
