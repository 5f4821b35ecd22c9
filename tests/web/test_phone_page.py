"""The page of a number, in a real browser."""

import json

import msgspec
import pytest
from playwright.sync_api import expect

from display.phone.preview import SAMPLES, SECRET, ticket
from queue_core.wire.messages import Estimate
from queue_core.wire.words import DeliveryState, TicketState

SENTENCES = {
    "waiting": ("前面还有 6 位", "6 ahead of you"),
    "next": ("下一位就是您", "You are next"),
    "called": ("请到 3 号窗口", "Please go to window 3"),
    "recalled": ("请到 3 号窗口", "Please go to window 3"),
    "serving": ("正在 3 号窗口办理", "Being served at window 3"),
    "finished": ("已办结", "Finished"),
    "absent": ("已过号", "Call missed"),
    "remote": ("到大厅后请报到", "Please report on arrival"),
    "deferred": ("已顺延，再让 3 位", "Postponed: 3 go first"),
    "held": ("等您补齐材料", "Waiting for your papers"),
    "cancelled": ("您已取消这个号", "You gave this number up"),
    "expired": ("号码已失效", "Number expired"),
    "withdrawn": ("号码已作废", "Number withdrawn"),
    "unknown": ("没有找到这个号码", "Number not found"),
}


def headline(page):
    return page.locator("#headline")


def posts(hall):
    """(address, idempotency key, body) of each."""
    return [
        (path, headers["Idempotency-Key"], json.loads(body))
        for method, path, headers, body in hall.seen
        if method == "POST"
    ]


@pytest.mark.parametrize("state", SENTENCES)
def test_each_state_is_said_in_both_languages(hall, phone, state):
    hall.tickets = dict(SAMPLES)
    page = phone()
    page.goto(hall.address(state))
    expect(headline(page)).to_have_text(SENTENCES[state][0])
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.locator("#language").click()
    expect(headline(page)).to_have_text(SENTENCES[state][1])
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_number_says_its_class_its_category_and_its_hall(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    for name, text in (
        ("number", "023"),
        ("class", "受理"),
        ("category", "注册登记"),
        ("hall", "示范政务服务中心"),
    ):
        expect(page.locator(f"#{name}")).to_have_text(text)


def test_every_state_of_a_number_has_its_sentences():
    assert set(SENTENCES) & set(SAMPLES) >= set(TicketState)


def test_how_long_it_may_take_is_said_while_the_number_waits_and_no_longer(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    expect(page.locator("#wait")).to_be_hidden()
    estimate = Estimate(p50_s=700, p90_s=1_075)
    hall.tickets["REF"] = ticket(estimate=estimate)
    expect(page.locator("#wait")).to_have_text("约 12 分钟，多数不超过 18 分钟")
    page.locator("#language").click()
    expect(page.locator("#wait")).to_have_text("About 12 min, 9 in 10 within 18 min")
    hall.tickets["REF"] = ticket(estimate=estimate, state=TicketState.CALLED, window=3, ahead=0)
    expect(headline(page)).to_have_text("Please go to window 3")
    expect(page.locator("#wait")).to_be_hidden()


def test_the_page_begins_in_the_phones_language_and_remembers_another_choice(hall, phone):
    page = phone(language="en-GB")
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("6 ahead of you")
    page.locator("#language").click()
    page.reload()
    expect(headline(page)).to_have_text("前面还有 6 位")


def test_a_call_shows_by_itself_in_the_page_and_in_the_title(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=12, ahead=0)
    expect(headline(page)).to_have_text("请到 12 号窗口")
    expect(page).to_have_title("请到 12 号窗口 · 023")
    expect(page.locator("#state")).to_have_attribute("aria-live", "assertive")


def test_each_call_shakes_the_phone_once_and_a_recall_says_so(hall, phone):
    page = phone()
    page.add_init_script("window.shaken = 0; navigator.vibrate = () => { window.shaken += 1; return true; };")
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1)
    expect(page.locator("#detail")).to_have_text("正在叫您的号，请现在前往")
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=3, ahead=0, calls=2)
    expect(page.locator("#detail")).to_have_text("第 2 次叫您的号，请马上前往")
    for _ in range(2):  # when the second answer is there, the first has been dealt with
        page.wait_for_event("response")
    assert page.evaluate("window.shaken") == 2


def test_a_number_on_the_kiosks_screen_is_held_once_and_stays_held_over_a_reload(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    page.reload()
    expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    assert posts(hall) == [("/public/tickets/REF/hold", "hold-REF", {"secret": SECRET})]


def test_the_secret_is_in_no_address_and_leaves_the_address_bar(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_be_visible()
    assert page.url == hall.address("REF")
    assert all(SECRET not in path and SECRET not in str(headers) for _, path, headers, _ in hall.seen)


def test_a_hold_whose_answer_was_lost_is_sent_again_with_the_same_key(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.FAILED)
    page = phone()
    lost = []

    def lose_the_first_answer(route):
        if not lost:
            lost.append(route.request)
            route.abort()
        else:
            route.continue_()

    page.route("**/hold", lose_the_first_answer)
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_have_text("号码已存在手机里，不需要纸质凭条")
    assert lost[0].headers["idempotency-key"] == posts(hall)[0][1]


def test_a_printed_number_is_only_read(hall, phone):
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(headline(page)).to_have_text("前面还有 6 位")
    assert posts(hall) == []
    expect(page.locator("#held")).to_be_hidden()


def test_a_wrong_secret_is_said_and_not_tried_again(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#wrong")
    expect(page.locator("#held")).to_have_text("没能存入手机。请在取号机上重新扫码，或打印凭条")
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED, ahead=5)
    expect(headline(page)).to_have_text("前面还有 5 位")
    assert len(posts(hall)) == 1


@pytest.mark.parametrize("kind", ["network", "server"])
def test_without_connection_the_number_stays_and_the_page_comes_back_by_itself(hall, phone, kind):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    page.context.set_offline(kind == "network")
    hall.is_away = kind == "server"
    expect(page.locator("#offline")).to_have_text("网络断开，号码仍然有效。正在重新连接…")
    expect(page.locator("#number")).to_have_text("023")
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(ahead=2)
    hall.is_away = False
    page.context.set_offline(False)
    expect(headline(page)).to_have_text("前面还有 2 位")
    expect(page.locator("#offline")).to_be_hidden()


def test_a_page_opened_while_the_hall_is_away_says_so_and_finds_it_later(hall, phone):
    hall.is_away = True
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("暂时读不到号码")
    hall.is_away = False
    expect(headline(page)).to_have_text("前面还有 6 位")


def test_an_unchanged_number_is_not_sent_again(hall, phone):
    page = phone()
    with page.expect_response(lambda answer: answer.status == 304):
        page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")


def test_nothing_is_asked_any_more_once_the_service_is_finished(hall, phone):
    page = phone()
    page.clock.install()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(state=TicketState.FINISHED, window=3, ahead=0)
    page.clock.run_for(1_000)
    expect(headline(page)).to_have_text("已办结")
    asked = len(hall.seen)
    page.clock.run_for(600_000)
    page.evaluate("fetch('../phone/icon.svg')")  # whatever was asked before is seen by then
    assert [path for _, path, _, _ in hall.seen[asked:]] == ["/phone/icon.svg"]


@pytest.mark.parametrize(("size", "scheme"), [("tall", "light"), ("small", "dark")])
def test_every_state_is_legible_on_every_phone(hall, phone, size, scheme):
    hall.tickets = dict(SAMPLES)
    long = {"en": "Demonstration Government Service Centre of the Northern District"}
    hall.tickets["long"] = msgspec.structs.replace(
        SAMPLES["paperless"], number="A00123", hall_names=long, category_names={"en": "Customs and trade"}
    )
    page = phone(size=size, scheme=scheme, language="en")
    for state in (*hall.tickets, "unknown"):
        page.goto(hall.address(state))
        page.locator("body:not([data-tone=loading])").wait_for()
        assert page.evaluate(FAULTS) == [], state


FAULTS = """
() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the screen");
  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const contrast = ratio(channels(style.color), ground(element));
    if (contrast < 7) faults.push(`${element.id}: contrast ${contrast.toFixed(1)}`);
    if (parseFloat(style.fontSize) < 16) faults.push(`${element.id}: ${style.fontSize}`);
    const box = element.getBoundingClientRect();
    if (box.left < 0 || box.right > innerWidth + 0.5) faults.push(`${element.id}: cut off`);
  }
  for (const button of document.querySelectorAll("button")) {
    const box = button.getBoundingClientRect();
    if (box.width < 44 || box.height < 44) faults.push("button too small");
    if (!button.textContent.trim()) faults.push("button without a name");
  }
  return faults;
}
"""
