"""The phone's pages as the hall itself serves them, behind the address of a real ticket."""

import pytest
from playwright.async_api import async_playwright, expect

from display.phone.pictures import ARGUMENTS, BROWSER
from queue_core.wire.messages import Errand
from queue_core.wire.words import DeliveryState, Role, TicketClass, TicketState, WindowAction
from tests.integration.hall.conftest import accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]


@pytest.fixture
async def page():
    async with async_playwright() as playwright:
        # The hall's certificate is its own; a relay in the town shows a public one.
        trusting = [*ARGUMENTS, "--ignore-certificate-errors"]
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=trusting)
        context = await browser.new_context(locale="zh-CN")
        page = await context.new_page()
        page.set_default_timeout(10_000)
        yield page
        await browser.close()


def seen_from_here(url, hall):
    return url.replace(hall.settings.public_url, hall.url)


async def test_a_phone_holds_its_number_and_is_called(hall, connect, clerk_at, page):
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    ticket = await kiosk.take_number(accept(1))
    secret = ticket.status_url.rpartition("#")[2]
    await page.goto(seen_from_here(ticket.status_url, hall))
    await expect(page.locator("#number")).to_have_text(ticket.number)
    await expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    assert (await kiosk.ticket(ticket.ticket_id)).delivery is DeliveryState.PAPERLESS
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    await expect(page.locator("#headline")).to_have_text("请到 1 号窗口", timeout=10_000)
    await counter.act(1, WindowAction.START)
    await expect(page.locator("#headline")).to_have_text("正在 1 号窗口办理", timeout=10_000)
    await counter.act(1, WindowAction.FINISH)
    await page.locator("#panel-rating").get_by_text("非常满意", exact=True).click(timeout=15_000)
    await page.get_by_role("button", name="提交评价").click()
    await expect(page.locator("#rated")).to_have_text("您的评价：非常满意")
    assert complaints == []
    assert not any(secret in address for address in asked)


async def test_a_number_claimed_from_the_kiosks_screen_is_changed_and_given_up_by_phone(hall, connect, page):
    kiosk = await connect(Role.KIOSK)
    await kiosk.take_number(accept(2))
    ticket = await kiosk.take_number(accept(3))
    claim = await kiosk.claim(ticket.ticket_id)
    await page.goto(seen_from_here(claim.url, hall))
    await expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    assert (await kiosk.ticket(ticket.ticket_id)).is_claimed
    await page.locator("#do-explanation").click()
    await expect(page.locator("#panel-explanation")).to_contain_text("按到达先后叫号")
    await page.locator("#do-convert").click()
    panel = page.locator("#panel-convert")
    await panel.get_by_text("咨询").click()
    await panel.get_by_role("button", name="看看改后要等多久").click()
    await panel.get_by_role("button", name="确认改号").click()
    await expect(page.locator("#class")).to_have_text("咨询")
    await page.locator("#do-errand").click()
    await page.locator("#search").fill("spjy")
    await page.locator("#panel-errand .found").first.click()
    await page.get_by_role("button", name="加到我的号上").click()
    await expect(page.locator("#result")).to_have_text("已加上，不用再取号")
    changed = await kiosk.ticket(ticket.ticket_id)
    assert changed.number == ticket.number
    assert changed.errands[0] == Errand(ticket_class=TicketClass.CONSULT, category="registration")
    assert len(changed.errands) == 2
    await page.locator("#do-cancel").click()
    await page.get_by_role("button", name="我要取消").click()
    await page.get_by_role("button", name="确定取消").click()
    await expect(page.locator("#headline")).to_have_text("您已取消这个号")
    assert (await kiosk.ticket(ticket.ticket_id)).state is TicketState.CANCELLED


async def test_everybody_may_look_at_the_hall_and_its_matters_and_finds_no_number_of_another_day(hall, page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    await page.goto(f"{hall.url}/h")
    await expect(page.locator("#hall")).to_have_text("示范政务服务中心")
    await page.locator("#search").fill("gtgsh")
    await page.locator(".found").first.click()
    await expect(page.locator("#materials li")).not_to_have_count(0)
    assert complaints == []
    await page.goto(f"{hall.url}/t/nothing-of-ours")
    await expect(page.locator("#headline")).to_have_text("没有找到这个号码")
