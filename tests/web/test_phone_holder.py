"""What the holder of a number can do on its page: take it over, change it, give it up, rate it."""

import json

import pytest
from playwright.sync_api import expect

from display.phone.preview import CLAIM, SAMPLES, SECRET
from display.phone.samples import errand, ticket
from queue_core.wire.words import DeliveryState, TicketState

KEPT = "号码已存在手机里，不需要纸质凭条"
UNCONFIRMED = "连不上大厅，没有得到确认，也不会稍后自动发送。号码仍然有效，请再试一次。"


def posts(hall, wish):
    """(idempotency key, body) of each."""
    return [
        ({name.lower(): value for name, value in headers.items()}["idempotency-key"], json.loads(body))
        for method, path, headers, body in hall.seen
        if method == "POST" and path == f"/public/tickets/REF/{wish}"
    ]


@pytest.fixture
def page(hall, phone):
    """The page of a number on paper, opened by its holder."""
    opened = phone()
    opened.goto(f"{hall.address('REF')}#{SECRET}")
    expect(opened.locator("#do-cancel")).to_be_visible()
    return opened


# How a phone comes to hold a number


def test_a_link_on_the_kiosks_screen_makes_this_phone_the_holder_once(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#held")).to_have_text(KEPT)
    assert page.url == hall.address("REF")
    page.reload()
    expect(page.locator("#held")).to_have_text(KEPT)
    expect(page.locator("#do-cancel")).to_be_visible()
    assert [body for _, body in posts(hall, "claim")] == [{"claim": CLAIM}]


def test_two_phones_scan_one_link_and_the_second_is_told_what_to_do(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    first, second = phone(), phone()
    first.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(first.locator("#held")).to_have_text(KEPT)
    second.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(second.locator("#held")).to_contain_text("请在取号机上再点一次“发到手机”，或打印凭条")
    expect(second.locator("#number")).to_have_text("023")
    expect(second.locator("#headline")).to_have_text("这个号没有存到这部手机")
    expect(second.locator("#where")).to_be_hidden()
    expect(second.locator("#sounds")).to_be_hidden()
    expect(second.locator("#do-cancel")).to_be_hidden()


def test_a_claim_whose_answer_was_lost_is_sent_again_with_the_same_key_also_after_a_reload(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    lost = []

    def lose_the_first_answer(route):
        if not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    page.route("**/claim", lose_the_first_answer)
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#headline")).to_have_text("暂时读不到号码")
    page.reload()
    expect(page.locator("#held")).to_have_text(KEPT)
    keys = {key for key, _ in posts(hall, "claim")}
    assert len(keys) == 1
    assert len(posts(hall, "claim")) == 2


def test_who_opens_a_link_again_that_was_used_here_keeps_the_number(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#held")).to_have_text(KEPT)
    page.goto("about:blank")
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#do-cancel")).to_be_visible()
    expect(page.locator("#held")).to_have_text(KEPT)
    assert len(posts(hall, "claim")) == 2


def test_a_link_to_a_number_of_another_day_says_so(hall, phone):
    page = phone()
    page.goto(f"{hall.address('OTHER')}#claim.{CLAIM}")
    expect(page.locator("#headline")).to_have_text("没有找到这个号码")


def test_a_number_on_paper_that_is_sent_to_a_phone_stays_one_on_paper(hall, phone):
    page = phone()
    page.goto(f"{hall.address('REF')}#claim.{CLAIM}")
    expect(page.locator("#held")).to_have_text("号码已存在这部手机里，关掉本页也不会丢")
    expect(page.locator("#do-cancel")).to_be_visible()


def test_a_number_not_yet_on_paper_is_held_once_by_the_secret_and_stays_held(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#held")).to_have_text(KEPT)
    page.reload()
    expect(page.locator("#held")).to_have_text(KEPT)
    assert posts(hall, "hold") == [("hold-REF", {"secret": SECRET})]


def test_the_secret_is_in_no_address_and_leaves_the_address_bar(hall, page):
    page.locator("#do-defer").click()
    page.locator("#panel-defer .main").click()
    expect(page.locator("#headline")).to_have_text("已顺延，再让 3 位")
    assert page.url == hall.address("REF")
    assert all(SECRET not in path and SECRET not in str(headers) for _, path, headers, _ in hall.seen)


def test_a_wrong_secret_is_said_and_not_tried_again(hall, phone):
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED)
    page = phone()
    page.goto(f"{hall.address('REF')}#wrong")
    expect(page.locator("#held")).to_have_text(
        "没能存入手机。链接与此号不符，请重新扫描票上或屏幕上的二维码。"
    )
    page.evaluate("dispatchEvent(new Event('online'))")
    hall.tickets["REF"] = ticket(delivery=DeliveryState.ISSUED, ahead=5)
    expect(page.locator("#headline")).to_have_text("前面还有 5 位")
    assert len(posts(hall, "hold")) == 1


def test_who_opens_a_shared_address_may_look_and_is_told_so(hall, phone):
    page = phone()
    page.goto(hall.address("REF"))
    expect(page.locator("#viewing")).to_contain_text("这里只能查看")
    expect(page.locator("#do-explanation")).to_be_visible()
    for name in ("convert", "defer", "errand", "cancel"):
        expect(page.locator(f"#do-{name}")).to_be_hidden()


# What the holder can do


def test_a_conversion_shows_what_it_would_mean_before_it_is_confirmed(hall, page):
    page.locator("#do-convert").click()
    panel = page.locator("#panel-convert")
    panel.get_by_text("咨询").click()
    panel.get_by_role("button", name="看看改后要等多久").click()
    expect(panel.locator(".prospect > div")).to_have_text(
        [
            "现在前面 6 位约 12 分钟，多数不超过 18 分钟",
            "改后前面 2 位约 4 分钟，多数不超过 9 分钟",
        ]
    )
    assert posts(hall, "conversion") == []
    panel.get_by_role("button", name="确认改号").click()
    expect(page.locator("#class")).to_have_text("咨询")
    expect(page.locator("#result")).to_have_text("已改好，号码和位置不变")
    [(_, asked)] = posts(hall, "conversion")
    assert asked == {
        "ticket_class": "consult",
        "category": "registration",
        "errand": 0,
        "matter": "sole-trader-setup",
        "secret": SECRET,
    }


def test_a_conversion_to_another_category_says_that_the_appointment_would_end(hall, phone):
    hall.tickets["REF"] = SAMPLES["appointment"]
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    page.locator("#do-convert").click()
    panel = page.locator("#panel-convert")
    panel.locator("select").select_option("business")
    expect(panel.locator("input[type=radio]")).to_have_count(2)
    panel.get_by_role("button", name="看看改后要等多久").click()
    expect(panel).to_contain_text("改后预约的优先权不再有效")
    panel.get_by_role("button", name="确认改号").click()
    expect(page.locator("#category")).to_have_text("经营管理")
    assert posts(hall, "conversion")[0][1]["matter"] is None


def test_a_number_is_given_up_only_when_it_was_asked_twice(hall, page):
    page.locator("#do-cancel").click()
    panel = page.locator("#panel-cancel")
    panel.get_by_role("button", name="我要取消").click()
    expect(panel).to_contain_text("确定取消 023 号吗？")
    panel.get_by_role("button", name="不取消，继续等").click()
    expect(panel).to_be_hidden()
    assert posts(hall, "cancellation") == []
    page.locator("#do-cancel").click()
    panel.get_by_role("button", name="我要取消").click()
    panel.get_by_role("button", name="确定取消").click()
    expect(page.locator("#headline")).to_have_text("您已取消这个号")
    expect(page.locator("#doings")).to_be_hidden()
    assert len(posts(hall, "cancellation")) == 1


@pytest.mark.parametrize("state", ["absent", "held"])
def test_who_is_back_in_the_hall_says_so_with_one_press(hall, phone, state):
    hall.tickets["REF"] = SAMPLES[state]
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    page.locator("#panel-return .main").click()  # open by itself
    expect(page.locator("#headline")).to_have_text("已顺延，再让 3 位")
    expect(page.locator("#result")).to_have_text("已报到，请在大厅等候")


def test_a_second_matter_is_found_and_added_to_the_number(hall, page):
    page.locator("#do-errand").click()
    panel = page.locator("#panel-errand")
    panel.locator("#search").fill("食品")
    expect(panel.locator(".found")).to_have_count(1)
    panel.get_by_text("食品经营许可").click()
    panel.get_by_role("button", name="加到我的号上").click()
    expect(page.locator("#matter")).to_have_text("个体工商户设立登记、食品经营许可")
    [(_, asked)] = posts(hall, "errands")
    assert asked["errand"] == {"ticket_class": "accept", "category": "business", "matter": "food-licence"}


def test_a_number_for_three_matters_takes_no_fourth(hall, phone):
    hall.tickets["REF"] = ticket(errands=(errand(), errand(), errand(is_done=True)))
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#do-cancel")).to_be_visible()
    expect(page.locator("#do-errand")).to_be_hidden()


def test_materials_are_ticked_off_and_stay_so_on_this_phone(page):
    page.locator("#do-materials").click()
    page.get_by_label("经营者身份证").check()
    page.reload()
    page.locator("#do-materials").click()
    expect(page.get_by_label("经营者身份证")).to_be_checked()
    expect(page.get_by_label("申请书")).not_to_be_checked()
    page.locator("#language").select_option("en")
    expect(page.get_by_label("Identity card of the operator originals: 1 · copies: 1")).to_be_checked()


def test_the_order_is_explained_newest_first_in_the_language_of_the_page(page):
    page.locator("#do-explanation").click()
    lines = page.locator("#panel-explanation .calls li")
    expect(lines).to_have_count(3)
    expect(lines.first).to_have_text("09:18 031 号 → 2 号窗口 按预约叫号：这位预约的 09:30 已到时间")
    expect(page.locator("#panel-explanation")).to_contain_text("按到达先后叫号")
    page.locator("#language").select_option("en")
    expect(lines.last).to_contain_text("called before you because he came earlier")


def test_a_service_is_rated_once(hall, phone):
    hall.tickets["REF"] = SAMPLES["finished"]
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    panel = page.locator("#panel-rating")
    panel.get_by_role("button", name="提交评价").click()
    expect(panel).to_contain_text("请先选一项")
    panel.get_by_text("基本满意").click()
    panel.get_by_role("button", name="提交评价").click()
    expect(page.locator("#rated")).to_have_text("您的评价：基本满意")
    expect(page.locator("#do-rating")).to_be_hidden()
    assert [body for _, body in posts(hall, "rating")] == [{"level": 3, "labels": [], "secret": SECRET}]


def test_a_low_rating_may_say_what_was_wrong_in_the_hall_s_words(hall, phone):
    hall.tickets["REF"] = SAMPLES["finished"]
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    panel = page.locator("#panel-rating")
    panel.get_by_text("非常满意", exact=True).click()
    expect(panel.get_by_text("哪里不满意")).to_be_hidden()
    panel.get_by_text("不满意", exact=True).click()
    panel.get_by_text("等候时间太长").click()
    panel.get_by_text("服务态度不好").click()
    panel.get_by_text("服务态度不好").click()
    page.locator("#language").select_option("en")
    panel.get_by_text("Dissatisfied", exact=True).click()
    panel.get_by_text("Long wait").click()
    panel.get_by_text("Sent away for nothing").click()
    panel.get_by_text("Satisfied", exact=True).click()
    panel.get_by_text("Very dissatisfied").click()
    panel.get_by_text("Slow service").click()
    panel.get_by_role("button", name="Send").click()
    expect(page.locator("#rated")).to_have_text("Your rating: Very dissatisfied")
    assert [(body["level"], body["labels"]) for _, body in posts(hall, "rating")] == [(1, ["slow-service"])]


def test_a_visit_of_a_past_day_is_rated_by_its_link_and_tells_nothing_else(hall, phone):
    hall.tickets["REF"] = SAMPLES["visited"]
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#headline")).to_have_text("10月14日的办事")
    expect(page.locator("#detail")).to_contain_text("您在 7 号窗口办理")
    panel = page.locator("#panel-rating")
    expect(panel).to_contain_text("可以评价到10月21日")
    for other in ("materials", "convert", "cancel", "explanation"):
        expect(page.locator(f"#do-{other}")).to_be_hidden()
    panel.get_by_text("满意", exact=True).click()
    panel.get_by_role("button", name="提交评价").click()
    expect(page.locator("#rated")).to_have_text("您的评价：满意")
    expect(page.locator("#detail")).to_contain_text("已经评价，谢谢")
    page.locator("#language").select_option("en")
    expect(page.locator("#headline")).to_have_text("Your visit of 14 October")


def test_who_has_not_the_link_only_reads_how_to_rate_a_past_visit(hall, phone):
    hall.tickets["REF"] = SAMPLES["visited"]
    page = phone(is_new=True)
    page.goto(hall.address("REF"))
    expect(page.locator("#detail")).to_contain_text("请扫纸质凭条上的二维码")
    expect(page.locator("#do-rating")).to_be_hidden()


def test_a_visit_that_can_no_longer_be_rated_says_so_plainly(hall, phone):
    hall.refused_reading = "rating-expired"
    page = phone()
    page.goto(f"{hall.address('REF')}#{SECRET}")
    expect(page.locator("#headline")).to_have_text("评价时间已过")
    expect(page.locator("#detail")).to_contain_text("不能再评价了")
    assert SECRET not in page.evaluate("JSON.stringify(localStorage)")


def test_a_refusal_is_said_in_the_language_of_the_page(hall, page):
    hall.refusing = "too-many-attempts"
    page.locator("#language").select_option("zh-Hant")
    page.locator("#do-defer").click()
    page.locator("#panel-defer .main").click()
    expect(page.locator("#panel-defer .trouble")).to_have_text("操作次數太多，請稍後再試。")


def test_a_wish_without_network_is_said_to_be_unconfirmed_and_not_sent_later(hall, page):
    page.locator("#do-defer").click()
    press = page.locator("#panel-defer .main")
    expect(press).to_be_visible()
    page.context.set_offline(True)
    press.click()
    expect(page.locator("#panel-defer .trouble")).to_have_text(UNCONFIRMED)
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()
    hall.tickets["REF"] = ticket(ahead=5)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#headline")).to_have_text("前面还有 5 位")
    assert posts(hall, "deferral") == []
    press.click()
    expect(page.locator("#headline")).to_have_text("已顺延，再让 3 位")


def test_a_wish_whose_answer_was_lost_has_the_same_key_when_it_is_pressed_again(hall, page):
    lost = []

    def lose_the_first_answer(route):
        if not lost:
            lost.append(route.request)
            route.abort()
        else:
            route.continue_()

    page.route("**/errands", lose_the_first_answer)
    page.locator("#do-errand").click()
    page.get_by_text("食品经营许可").click()
    page.get_by_role("button", name="加到我的号上").click()
    expect(page.locator("#panel-errand .wish .trouble")).to_have_text(UNCONFIRMED)
    page.get_by_role("button", name="加到我的号上").click()
    expect(page.locator("#result")).to_have_text("已加上，不用再取号")
    assert lost[0].headers["idempotency-key"] == posts(hall, "errands")[0][0]


def test_an_answer_older_than_a_granted_wish_does_not_bring_the_old_state_back(page):
    page.evaluate(HOLD_READINGS_BACK)
    page.locator("#do-defer").click()
    page.locator("#panel-defer .main").wait_for()
    page.evaluate(NEXT_READING)
    page.locator("#panel-defer .main").click()
    expect(page.locator("#headline")).to_have_text("已顺延，再让 3 位")
    page.evaluate("window.late.splice(0).map((give) => give()).length")
    page.evaluate(NEXT_READING)  # by then the one before has been dealt with
    expect(page.locator("#headline")).to_have_text("已顺延，再让 3 位")


NEXT_READING = """
() => new Promise((done) => {
  const ask = () => {
    dispatchEvent(new Event("online"));
    if (window.late.length) done(); else setTimeout(ask, 10);
  };
  ask();
})
"""
HOLD_READINGS_BACK = """
() => {
  const ask = window.fetch;
  window.late = [];
  window.fetch = async (address, options) => {
    const answer = await ask(address, options);
    if (String(address).endsWith("/public/tickets/REF")) {
      await new Promise((give) => { window.late.push(give); });
    }
    return answer;
  };
}
"""


def test_a_panel_that_fits_no_longer_closes(hall, page):
    page.locator("#do-defer").click()
    expect(page.locator("#panel-defer")).to_be_visible()
    hall.tickets["REF"] = ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#headline")).to_have_text("请到 3 号窗口")
    expect(page.locator("#panel-defer")).to_be_hidden()
