"""The page of a finished case, in a real browser: what it says, shows and keeps."""

import io
from pathlib import Path

import zxingcpp
from msgspec.structs import replace
from PIL import Image
from playwright.sync_api import expect

from display.phone.samples_pickup import CODES, PICKUPS, TOKEN, pickup
from queue_core.wire.public import PickupState

LANGUAGES = ("zh-CN", "zh-Hant", "en")
HEADLINES = {
    "door": ("您的办件在一号取件柜", "您的辦件在一號取件櫃", "Your document is in Cabinet 1"),
    "card": ("您的办件在一号取件柜", "您的辦件在一號取件櫃", "Your document is in Cabinet 1"),
    "window": ("您的办件在大厅", "您的辦件在大廳", "Your document is in the hall"),
    "partner": (
        "您的办件在蜂箱取件柜（地铁站 B 口）",
        "您的辦件在蜂箱取件櫃（地鐵站 B 口）",
        "Your document is in Fengxiang lockers",
    ),
    "posted": ("您的办件已寄出", "您的辦件已寄出", "Your document was posted"),
    "collected": ("已领取", "已領取", "Collected"),
    "expired": ("已过领取期限", "已過領取期限", "The time to collect is over"),
    "missing": ("请到大厅窗口询问", "請到大廳窗口詢問", "Please ask at a window"),
    "returned": ("已退回办理部门", "已退回辦理部門", "Sent back to the department"),
    "over": ("这个取件码已失效", "這個取件碼已失效", "This code is no longer valid"),
}
OPENING = {"door", "card", "window"}
ROOMY = {"card", "window", "partner", "expired"}
"""What takes the most room is measured on a small phone with large letters."""
FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")
MINUTE_MS = 60_000


def headline(page):
    return page.locator("#headline")


def opened(page, address):
    """A link of the same page would only change its fragment."""
    page.goto("about:blank")
    page.goto(address)


def asked(hall):
    return sum(path == "/public/pickups" for _, path, _, _ in hall.seen)


def test_each_state_is_said_in_three_languages_and_shows_the_code_where_it_is_good(hall, phone):
    assert set(HEADLINES) == set(PICKUPS)
    page = phone(size="small", letters=2)
    for name, sentences in HEADLINES.items():
        opened(page, hall.pickup_address(name))
        for language, sentence in zip(LANGUAGES, sentences, strict=True):
            page.locator("#language").select_option(language)
            expect(headline(page)).to_have_text(sentence)
        assert page.locator("#proof").is_visible() is (name in OPENING), name
        assert name not in ROOMY or page.evaluate(FAULTS, LANGUAGES) == [], name


def test_a_case_in_a_door_shows_what_opens_it_where_it_is_and_until_when(hall, phone):
    page = phone(scheme="dark")
    opened(page, hall.pickup_address("card"))
    expect(page.locator("#code")).to_have_text(
        f"{CODES['card'][:3]} {CODES['card'][3:6]} {CODES['card'][6:]}"
    )
    expect(page.locator("#facts")).to_contain_text("一号取件柜 · 12 号柜门")
    expect(page.locator("#facts")).to_contain_text("10月18日 08:30 前")
    expect(page.locator("#card-too")).to_contain_text("请带领取人本人的身份证")
    seen = Image.open(io.BytesIO(page.locator("#qr").screenshot()))
    (code,) = zxingcpp.read_barcodes(seen.convert("RGB"))
    assert code.text == f"PAIHAO:P:{CODES['card']}:{TOKEN}"
    assert page.evaluate(FAULTS, ["zh-CN"]) == []


def test_a_link_that_is_none_is_told_as_such_and_asks_at_most_once(hall, phone):
    page = phone()
    for fragment, asks in (("", 0), ("#nothing", 0), (f"#{CODES['door']}.{'x' * 22}", 1)):
        before = asked(hall)
        opened(page, f"{hall.root}/p{fragment}")
        expect(headline(page)).to_have_text("链接不对")
        assert asked(hall) - before == asks


def test_the_secret_is_in_no_address_and_a_reload_finds_it_again(hall, phone):
    page = phone()
    opened(page, hall.pickup_address("door"))
    expect(page.locator("#qr svg")).to_be_visible()
    assert TOKEN not in page.url
    assert CODES["door"] not in page.url
    page.reload()
    expect(page.locator("#qr svg")).to_be_visible()
    assert not any(TOKEN in path or CODES["door"] in path for _, path, _, _ in hall.seen)
    assert [b'"with_qr":true' in body for _, path, _, body in hall.seen if path == "/public/pickups"] == [
        True,
        False,
    ]


def test_a_phone_that_keeps_nothing_leaves_the_link_as_it_is(hall, phone):
    page = phone(is_new=True)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    page.goto(hall.pickup_address("door"))
    expect(page.locator("#qr svg")).to_be_visible()
    assert page.url == hall.pickup_address("door")


def test_what_was_collected_is_said_within_a_minute_and_what_opened_it_is_forgotten(hall, phone):
    page = phone(is_new=True)
    page.clock.install()
    page.goto(hall.pickup_address("door"))
    expect(page.locator("#qr svg")).to_be_visible()
    hall.pickups[CODES["door"]] = replace(PICKUPS["collected"])
    page.clock.fast_forward(MINUTE_MS)
    expect(headline(page)).to_have_text("已领取")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert TOKEN not in kept
    assert CODES["door"] not in kept
    before = asked(hall)
    page.reload()
    expect(headline(page)).to_have_text("已领取")
    assert asked(hall) == before


def test_nobody_is_asked_while_nobody_looks(hall, phone):
    page = phone(is_new=True)
    page.clock.install()
    page.goto(hall.pickup_address("door"))
    expect(page.locator("#qr svg")).to_be_visible()
    look = """(hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(look, True)
    before = asked(hall)
    page.clock.fast_forward(10 * MINUTE_MS)
    assert asked(hall) == before
    hall.pickups[CODES["door"]] = pickup(state=PickupState.MISSING, place=None, until_ms=None)
    page.evaluate(look, False)
    expect(headline(page)).to_have_text("请到大厅窗口询问")
    assert asked(hall) == before + 1


def test_without_network_the_code_is_shown_with_the_age_of_what_is_said(hall, phone):
    page = phone(is_new=True, works_offline=True)
    page.goto(hall.pickup_address("door"))
    expect(page.locator("#qr svg")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => caches.match('/phone/pickup.html'))")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#qr svg")).to_be_visible()
    expect(page.locator("#offline")).to_have_text("网络断开。取件码和二维码仍然有效。")
    expect(page.locator("#age")).to_contain_text("刚才")
    assert page.evaluate(FAULTS, ["zh-CN"]) == []
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()


def test_a_first_look_while_the_hall_is_away_says_so_and_finds_it_later(hall, phone):
    hall.is_away = True
    page = phone()
    opened(page, hall.pickup_address("door"))
    expect(headline(page)).to_have_text("暂时读不到")
    hall.is_away = False
    expect(headline(page)).to_have_text("您的办件在一号取件柜")
