"""The managers' page as the hall itself serves it, with the day's real figures."""

import pytest
from playwright.async_api import async_playwright, expect

from display.managers.pictures import ARGUMENTS, BROWSER
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]
SUPERVISOR = "9001"


@pytest.fixture
async def page():
    async with async_playwright() as playwright:
        # The hall's certificate is its own; an administrator hands it to managers' computers.
        trusting = [*ARGUMENTS, "--ignore-certificate-errors"]
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=trusting)
        context = await browser.new_context(locale="zh-CN")
        page = await context.new_page()
        page.set_default_timeout(10_000)
        yield page
        await browser.close()


async def test_a_supervisor_reads_the_day_in_a_browser_and_logs_out(hall, connect, clerk_at, page):
    complaints, asked = [], []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    await hall.administer(lambda server: server.set_password(SUPERVISOR, PASSWORD))
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    for serial in range(3):
        await kiosk.take_number(accept(serial))
    for act in ("open", "call-next", "start", "finish", "call-next"):
        await counter.act(1, WindowAction(act))
    await page.goto(f"{hall.url}/managers")
    await page.fill("#number", SUPERVISOR)
    await page.fill("#password", PASSWORD)
    await page.click("#enter")
    taken = page.locator(".tiles > div", has=page.get_by_text("取号", exact=True)).locator(".value")
    await expect(taken).to_have_text("3")
    await expect(page.locator("#hall")).to_have_text("示范政务服务中心")
    await expect(page.locator(".chart svg")).to_have_count(4)
    await expect(page.locator("#part-category tbody th")).to_have_text(["注册登记"])
    await page.click("#leave")
    await expect(page.locator("#entrance")).to_be_visible()
    assert complaints == []
    assert {url.split("?")[0] for url in asked if not url.startswith(hall.url)} == set()
    assert not [url for url in asked if PASSWORD in url or "token" in url]
