"""The phone page as the hall itself serves it, behind the address of a real ticket."""

import pytest
from playwright.async_api import async_playwright, expect

from display.phone.pictures import ARGUMENTS, BROWSER
from queue_core.wire.words import DeliveryState, Role, WindowAction
from tests.integration.hall.conftest import accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]


@pytest.fixture
async def page():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        # The hall's certificate is its own; a relay in the town shows a public one.
        context = await browser.new_context(locale="zh-CN", ignore_https_errors=True)
        page = await context.new_page()
        page.set_default_timeout(10_000)
        yield page
        await browser.close()


async def test_a_phone_holds_its_number_and_is_called(hall, connect, clerk_at, page):
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    ticket = await kiosk.take_number(accept(1))
    secret = ticket.status_url.rpartition("#")[2]
    await page.goto(ticket.status_url.replace(hall.settings.public_url, hall.url))
    await expect(page.locator("#number")).to_have_text(ticket.number)
    await expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    assert (await kiosk.ticket(ticket.ticket_id)).delivery is DeliveryState.PAPERLESS
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    await expect(page.locator("#headline")).to_have_text("请到 1 号窗口", timeout=10_000)
    await counter.act(1, WindowAction.START)
    await expect(page.locator("#headline")).to_have_text("正在 1 号窗口办理", timeout=10_000)
    assert complaints == []
    assert not any(secret in address for address in asked)


async def test_a_number_of_another_day_is_not_found(hall, page):
    await page.goto(f"{hall.url}/t/nothing-of-ours")
    await expect(page.locator("#headline")).to_have_text("没有找到这个号码")
