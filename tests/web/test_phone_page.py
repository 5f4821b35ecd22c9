"""The page of a number, in a real browser: what it says, and how it stays true."""

import pytest
from playwright.sync_api import expect

from display.phone.preview import CLAIM, SAMPLES, SECRET, ticket
from display.phone.samples import BACK, FRONT
from queue_core.wire.messages import Estimate
from queue_core.wire.words import TicketState

SENTENCES = {
    "waiting": ("前面还有 6 位", "前面還有 6 位", "6 ahead of you"),
    "next": ("下一位就是您", "下一位就是您", "You are next"),
    "called": ("请到 3 号窗口", "請到 3 號窗口", "Please go to window 3"),
    "recalled": ("请到 12 号窗口", "請到 12 號窗口", "Please go to window 12"),
    "serving": ("正在 3 号窗口办理", "正在 3 號窗口辦理", "Being served at window 3"),
    "finished": ("已办结", "已辦結", "Finished"),
    "absent": ("已过号", "已過號", "Call missed"),
    "remote": ("到大厅后请报到", "到大廳後請報到", "Please report on arrival"),
    "deferred": ("已顺延，再让 3 位", "已順延，再讓 3 位", "Postponed: 3 go first"),
    "held": ("等您补齐材料", "等您補齊材料", "Waiting for your papers"),
    "cancelled": ("您已取消这个号", "您已取消這個號", "You gave this number up"),
    "expired": ("号码已失效", "號碼已失效", "Number expired"),
    "withdrawn": ("号码已作废", "號碼已作廢", "Number withdrawn"),
}
UNKNOWN = ("没有找到这个号码", "沒有找到這個號碼", "Number not found")
LANGUAGES = ("zh-CN", "zh-Hant", "en")
MOST_BYTES = 100_000
MOST_REQUESTS = 20


def headline(page):
    return page.locator("#headline")


def change(hall, page, changed):
    """The hall has something else to tell, and the page asks before its time."""
    hall.tickets["REF"] = changed
    page.evaluate("dispatchEvent(new Event('online'))")


def test_each_state_is_said_in_three_languages(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    for language, sentences in zip(LANGUAGES, zip(*SENTENCES.values(), strict=True), strict=True):
        page.locator("#language").select_option(language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        for state, sentence in zip(SENTENCES, sentences, strict=True):
            change(hall, page, SAMPLES[state])
            expect(headline(page)).to_have_text(sentence)


def test_every_state_of_a_number_has_its_sentences():
    assert set(SENTENCES) & set(SAMPLES) >= set(TicketState)


def test_a_number_nobody_knows_is_said_in_three_languages(hall, phone):
    page = phone()
    page.goto(hall.address("unknown"))
    for language, sentence in zip(LANGUAGES, UNKNOWN, strict=True):
        page.locator("#language").select_option(language)
        expect(headline(page)).to_have_text(sentence)
    expect(page.locator("#number")).to_be_hidden()


def test_all_languages_say_the_same_things(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    names = page.evaluate(
        """async (languages) => {
          const inside = (text) => typeof text === "string"
            ? (text.match(/\\{\\w+\\}/g) || []).sort().join()
            : Object.fromEntries(Object.keys(text).sort().map((name) => [name, inside(text[name])]));
          const modules = await Promise.all(languages.map((each) => import(`/phone/texts-${each}.js`)));
          return modules.map((module) => JSON.stringify(inside(module.default)));
        }""",
        LANGUAGES,
    )
    assert len(set(names)) == 1


def test_a_number_says_its_class_its_category_its_matter_and_its_hall(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    for name, text in (
        ("number", "023"),
        ("class", "受理"),
        ("category", "注册登记"),
        ("matter", "个体工商户设立登记"),
        ("hall", "示范政务服务中心"),
    ):
        expect(page.locator(f"#{name}")).to_have_text(text)


def test_how_long_it_may_take_is_said_while_the_number_waits_and_no_longer(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    expect(page.locator("#wait")).to_be_hidden()
    estimate = Estimate(p50_s=700, p90_s=1_075)
    change(hall, page, ticket(estimate=estimate))
    expect(page.locator("#wait")).to_have_text("约 12 分钟，多数不超过 18 分钟")
    page.locator("#language").select_option("en")
    expect(page.locator("#wait")).to_have_text("About 12 min, 9 in 10 within 18 min")
    change(hall, page, ticket(estimate=estimate, state=TicketState.CALLED, window=3, ahead=0))
    expect(headline(page)).to_have_text("Please go to window 3")
    expect(page.locator("#wait")).to_be_hidden()


def test_the_windows_of_a_number_are_told_with_the_way_to_them(hall, phone):
    hall.tickets["REF"] = ticket(windows=(1, 2, 3, 7, 12), places=(FRONT, BACK))
    page = phone()
    page.goto(hall.address("REF"))
    where = page.locator("#where p")
    expect(where).to_have_text(
        [
            "您的窗口",
            "1–3 号窗口 主楼 · 1 楼 · A 区 · 步行约 1 分钟",
            "7、12 号窗口 主楼 · 2 楼 · B 区 · 步行约 3 分钟",
        ]
    )


@pytest.mark.parametrize(
    ("ahead", "p50_s", "is_near"),
    [(3, None, True), (4, None, False), (9, 360, True), (9, 361, False)],
    ids=["few-ahead", "many-ahead", "a-short-wait-and-a-long-way", "a-longer-wait"],
)
def test_people_are_asked_to_come_nearer_when_few_are_ahead_or_the_way_is_long(
    hall, phone, ahead, p50_s, is_near
):
    estimate = None if p50_s is None else Estimate(p50_s=p50_s, p90_s=2 * p50_s)
    hall.tickets["REF"] = ticket(ahead=ahead, estimate=estimate, windows=(5,), places=(BACK,))
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text(f"前面还有 {ahead} 位")
    expect(page.locator("#nearer")).to_have_text("就快轮到您，请到窗口附近等候" if is_near else "")


def test_who_may_not_be_called_today_is_warned(hall, phone):
    hall.tickets["REF"] = SAMPLES["warned"]
    page = phone()
    page.goto(hall.address("REF"))
    expect(page.locator("#warning")).to_contain_text("今天下班前可能叫不到您的号")


def test_the_page_begins_in_the_first_language_of_the_phone_that_it_speaks(hall, phone):
    page = phone(is_new=True)
    page.add_init_script(
        "const asked = location.search.slice(1).split(',');"
        "Object.defineProperty(navigator, 'languages', { get: () => asked });"
    )
    for languages, expected in (
        ("zh-CN", "zh-CN"),
        ("zh-TW,en", "zh-Hant"),
        ("ja,zh-HK", "zh-Hant"),
        ("en-GB,zh-CN", "en"),
        ("fr", "en"),
    ):
        page.goto(f"{hall.address('REF')}?{languages}")
        expect(page.locator("#language")).to_have_value(expected)


def test_a_chosen_language_is_remembered(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    page.locator("#language").select_option("en")
    expect(headline(page)).to_have_text("6 ahead of you")
    page.reload()
    expect(headline(page)).to_have_text("6 ahead of you")


def test_a_call_shows_by_itself_in_the_page_and_in_the_title(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=12, ahead=0)
    expect(headline(page)).to_have_text("请到 12 号窗口")
    expect(page).to_have_title("请到 12 号窗口 · 023")
    expect(page.locator("#state")).to_have_attribute("aria-live", "assertive")


def test_the_title_of_a_page_nobody_looks_at_flashes_while_called(hall, phone):
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1)
    page = phone(is_new=True)
    page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => true })")
    page.goto(hall.address("REF"))
    expect(page).to_have_title("叫到您了！")
    expect(page).to_have_title("请到 3 号窗口 · 023")


def test_each_call_shakes_and_rings_once_and_a_recall_says_so(hall, phone):
    page = phone(is_new=True)
    page.add_init_script(
        """
        window.shaken = 0;
        window.tones = 0;
        navigator.vibrate = () => { window.shaken += 1; return true; };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.tones += 1; return start.call(this, at); };
        """
    )
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    page.wait_for_load_state("networkidle")  # what rings is fetched after the first look
    page.locator("#number").click()  # a browser makes no sound before the first touch
    change(hall, page, ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1))
    expect(page.locator("#detail")).to_have_text("正在叫您的号，请现在前往")
    page.wait_for_function("window.shaken === 1")  # what alarms is fetched after the first look
    change(hall, page, ticket(state=TicketState.CALLED, window=3, ahead=0, calls=2))
    expect(page.locator("#detail")).to_have_text("第 2 次叫您的号，请马上前往")
    page.wait_for_function("window.shaken === 2")
    with page.expect_response(lambda answer: answer.status == 304):  # asked once more, it is the same call
        page.evaluate("dispatchEvent(new Event('online'))")
    assert page.evaluate("[window.shaken, window.tones]") == [2, 12]


def test_the_sound_is_turned_on_by_a_button_and_stays_off_when_it_was_turned_off(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    sound = page.locator("#sound")
    expect(sound).to_have_text("打开叫号提示音")
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    expect(sound).to_have_text("提示音已打开")
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.click()
    page.locator("#number").click()
    expect(sound).to_have_attribute("aria-pressed", "false")


def test_an_unchanged_number_is_not_sent_again(hall, phone):
    page = phone()
    with page.expect_response(lambda answer: answer.status == 304):
        page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")


@pytest.mark.parametrize(
    ("is_hidden", "after_ms"), [(False, 1_000), (True, 3_000)], ids=["looked-at", "hidden"]
)
def test_the_hall_is_asked_less_often_while_nobody_looks(hall, phone, is_hidden, after_ms):
    page = phone(is_new=True)
    page.add_init_script(
        f"Object.defineProperty(document, 'hidden', {{ get: () => {str(is_hidden).lower()} }})"
    )
    page.clock.install()
    hall.tickets["REF"] = ticket(poll_within_s=60)
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")  # nothing is asked now until somebody wants it
    page.clock.pause_at(page.evaluate("Date.now() + 1"))
    change(hall, page, ticket(ahead=5))
    expect(headline(page)).to_have_text("前面还有 5 位")
    asked = len(documents(hall))
    page.clock.run_for(after_ms - 100)
    page.evaluate("fetch('../phone/icon.svg')")  # whatever was asked before is seen by then
    assert len(documents(hall)) == asked
    with page.expect_response("**/public/tickets/REF"):
        page.clock.run_for(200)


def documents(hall):
    return [path for _, path, _, _ in hall.seen if path == "/public/tickets/REF"]


def test_nothing_is_asked_any_more_once_the_service_is_finished(hall, phone):
    page = phone(is_new=True)
    page.clock.install()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.tickets["REF"] = ticket(state=TicketState.FINISHED, window=3, ahead=0)
    page.clock.run_for(1_000)
    expect(headline(page)).to_have_text("已办结")
    asked = len(documents(hall))
    page.clock.run_for(600_000)
    page.evaluate("fetch('../phone/icon.svg')")  # whatever was asked before is seen by then
    assert len(documents(hall)) == asked


@pytest.mark.parametrize("kind", ["network", "server"])
def test_without_connection_the_number_stays_with_its_age_and_the_page_comes_back_by_itself(
    hall, phone, kind
):
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("前面还有 6 位")
    page.context.set_offline(kind == "network")
    hall.is_away = kind == "server"
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#offline")).to_have_text("网络断开，号码仍然有效。正在重新连接…")
    expect(page.locator("#age")).to_have_text("下面是刚才的情况。")
    expect(page.locator("#number")).to_have_text("023")
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.is_away = False
    page.context.set_offline(False)
    change(hall, page, ticket(ahead=4))
    expect(headline(page)).to_have_text("前面还有 4 位")
    expect(page.locator("#offline")).to_be_hidden()
    expect(page.locator("#age")).to_be_hidden()


def test_a_page_opened_while_the_hall_is_away_says_so_and_finds_it_later(hall, phone):
    hall.is_away = True
    page = phone()
    page.goto(hall.address("REF"))
    expect(headline(page)).to_have_text("暂时读不到号码")
    hall.is_away = False
    expect(headline(page)).to_have_text("前面还有 6 位")


def test_a_reload_while_the_hall_is_away_shows_the_last_known_with_its_age(hall, phone):
    page = phone(is_new=True)
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(headline(page)).to_have_text("前面还有 6 位")
    hall.is_away = True
    page.clock.install()
    page.clock.fast_forward(200_000)
    page.reload()
    expect(page.locator("#age")).to_have_text("下面是3 分钟前的情况。")
    expect(page.locator("#number")).to_have_text("023")
    expect(headline(page)).to_have_text("前面还有 6 位")
    expect(page.locator("#do-cancel")).to_be_visible()


def test_a_reload_without_network_shows_the_number(hall, phone):
    page = phone(is_new=True, works_offline=True)
    page.goto(f"{hall.address('REF')}#{SECRET}")
    page.evaluate("navigator.serviceWorker.ready.then(() => caches.match('/phone/index.html'))")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#number")).to_have_text("023")
    expect(page.locator("#offline")).to_be_visible()
    page.locator("#do-cancel").click()
    expect(page.locator("#panel-cancel")).to_contain_text("我要取消")
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()


def hours_pass(page, hours: int) -> None:
    """What the phone keeps of its number becomes older."""
    page.evaluate(
        """hours => {
          const kept = JSON.parse(localStorage.getItem("paihao:number:REF"));
          kept.since_ms -= hours * 60 * 60 * 1000;
          localStorage.setItem("paihao:number:REF", JSON.stringify(kept));
        }""",
        hours,
    )


@pytest.mark.parametrize("path", ["h", "m/new-company"])
def test_other_pages_leave_a_number_that_may_still_be_rated(hall, phone, path):
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_be_visible()
    hours_pass(page, 48)
    page.goto(f"{hall.root}/{path}")
    expect(page.locator("h1").first).not_to_be_empty()
    assert SECRET in page.evaluate("JSON.stringify(localStorage)")


def test_what_is_older_than_the_days_for_rating_is_thrown_away(hall, phone):
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_be_visible()
    hours_pass(page, 217)
    page.reload()
    expect(headline(page)).to_have_text("前面还有 6 位")
    expect(page.locator("#viewing")).to_be_visible()
    assert SECRET not in page.evaluate("JSON.stringify(localStorage)")


def test_a_phone_without_room_left_holds_its_number_while_the_page_is_open_and_says_so(hall, phone):
    page = phone(is_new=True)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#held")).to_have_text("这部手机存不下号码：请不要关掉本页，或在取号机上打印凭条")
    expect(page.locator("#do-cancel")).to_be_visible()


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
