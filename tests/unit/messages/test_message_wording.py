import string
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from queue_core.app.outgoing import Facts
from queue_core.domain.records import AtPartner, InDoor, OnShelf, Posted
from queue_core.messages.errors import WordingUnreadable
from queue_core.messages.scenes import LANGUAGES, SCENES, SLOTS
from queue_core.messages.wording import Naming, Wording, parts, scene, templates
from queue_core.store.message import MessageKind

READY = MessageKind.RESULT_READY
NAMING = Naming(
    signature="示范政务中心",
    hall={"zh-CN": "示范政务服务中心", "zh-Hant": "示範政務服務中心", "en": "Demonstration Centre"},
    categories={"registration": {"zh-CN": "营业执照", "en": "business licence"}},
    places={"L1": {"zh-CN": "一号取件柜", "en": "cabinet 1"}, "fengxiang": {"zh-CN": "蜂箱取件柜"}},
    zone=ZoneInfo("Asia/Shanghai"),
    public_url="https://hall.example.org",
    holder_secret=lambda reference: f"secret-of-{reference}",
    pickup_code=lambda serial: f"{serial:09d}",
    pickup_token=lambda serial: f"token-of-{serial}",
)
FACTS = Facts(
    number="023",
    window=7,
    ahead=3,
    case="C-2026-000123",
    category="registration",
    serial=123_456_789,
    reference="A" * 12,
    until_ms=1_795_300_000_000,
    starts_at_ms=1_795_221_000_000,
)


def told(kind: MessageKind = READY, **changes: object) -> str:
    facts = Facts(**{name: getattr(FACTS, name) for name in Facts.__struct_fields__} | changes)
    return Wording(NAMING, templates()).of(kind, facts).text


def test_a_result_in_a_cabinet_is_told_with_place_code_and_the_minute_it_is_kept_until() -> None:
    assert told(place=InDoor(cabinet="L1", door=7), reference="") == (
        "【示范政务中心】您的营业执照已放入一号取件柜，请于11月22日06:26前凭取件码123 456 789领取，"
        "请勿转告他人。二维码：https://hall.example.org/p#123456789.token-of-123456789"
    )


@pytest.mark.parametrize(
    ("place", "serial", "expected"),
    [
        (None, 1, "result-ready"),
        (None, 0, "result-ready-no-code"),
        (OnShelf(label="A3"), 1, "result-ready"),
        (InDoor(cabinet="L1", door=1), 1, "result-ready-door"),
        (AtPartner(partner="fengxiang", reference="B"), 1, "result-ready-partner"),
        (Posted(carrier="EMS", reference="E1"), 1, "result-ready-posted"),
    ],
)
def test_a_result_is_told_by_where_it_waits(place, serial, expected) -> None:
    assert scene(READY, Facts(place=place, serial=serial)) == expected


def test_a_partner_s_own_code_is_not_ours_to_tell() -> None:
    text = told(place=AtPartner(partner="fengxiang", reference="B-17"))
    assert "蜂箱取件柜" in text
    assert "123 456 789" not in text


def test_a_rating_link_holds_the_holder_s_secret_behind_the_fragment() -> None:
    assert f"https://hall.example.org/t/{'A' * 12}#secret-of-{'A' * 12}" in told(MessageKind.RATING_LINK)


@pytest.mark.parametrize("place", [None, InDoor(cabinet="L1", door=7)])
def test_the_link_of_a_pickup_code_names_nothing_before_its_fragment(place) -> None:
    link = "https://hall.example.org/p#123456789.token-of-123456789"
    assert link in told(place=place, reference="")
    assert link in told(MessageKind.LOCKER_EXPIRING, place=InDoor(cabinet="L1", door=7), reference="")
    assert "/p#" not in told(place=AtPartner(partner="fengxiang", reference="B-17"), reference="")


def test_a_citizen_is_told_in_the_language_of_the_number_else_in_chinese() -> None:
    assert told(MessageKind.CALLED, language="en").endswith("come to window 7 now. Demonstration Centre")
    assert "請023號到7號窗口" in told(MessageKind.CALLED, language="zh-Hant")
    assert "请023号到7号窗口" in told(MessageKind.CALLED, language="fr")


def test_every_scene_speaks_every_language_with_known_slots_and_has_no_name_or_id() -> None:
    found = templates()
    assert tuple(found) == SCENES
    for words in found.values():
        assert tuple(words) == LANGUAGES
        used = [{name for _, name, _, _ in string.Formatter().parse(each) if name} for each in words.values()]
        assert used[0] == used[1] == used[2] <= SLOTS


IN_A_DOOR = InDoor(cabinet="L1", door=7)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "changes"),
    [(kind, {"place": IN_A_DOOR}) for kind in MessageKind]
    + [(READY, {}), (READY, {"serial": 0})]
    + [(READY, {"place": AtPartner(partner="fengxiang", reference="B-17")})]
    + [(READY, {"place": Posted(carrier="EMS", reference="1234567890123")})],
)
def test_a_message_with_names_of_usual_length_is_of_two_parts_or_three_in_english_with_a_pickup_link(
    language, kind, changes
) -> None:
    usual = replace(
        NAMING,
        signature="示范市政务服务中心",
        hall={"zh-CN": "示范市政务服务中心", "en": "Shifan Government Service Centre"},
        categories={"registration": {"zh-CN": "不动产登记", "en": "real estate registration"}},
        places={code: {"zh-CN": "一楼东门取件柜", "en": "lockers, east gate"} for code in NAMING.places},
        holder_secret=lambda _: "s" * 22,
        pickup_token=lambda _: "t" * 22,
    )
    of_ticket = kind in (MessageKind.CALLED, MessageKind.FEW_AHEAD, MessageKind.RATING_LINK)
    facts = replace(FACTS, case="20261123-00016", language=language, **changes)
    told = Wording(usual, templates()).of(kind, facts if of_ticket else replace(facts, reference=""))
    assert parts(told.text) <= (3 if language == "en" and "/p#" in told.text else 2)


@pytest.mark.parametrize(("length", "count"), [(0, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
def test_a_message_counts_as_the_network_counts_it(length, count) -> None:
    assert parts("字" * length) == count


def test_a_hall_words_what_it_wants_and_keeps_the_rest(tmp_path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[called]\nzh-CN = "{number}号请到{window}号窗"\n', "utf-8")
    found = templates(own)
    assert found["called"]["zh-CN"] == "{number}号请到{window}号窗"
    assert found["called"]["en"] == templates()["called"]["en"]


@pytest.mark.parametrize(
    "text",
    [
        "[calling]\nzh-CN = 'x'",
        "[called]\nde = 'x'",
        "[called]\nzh-CN = '{name}'",
        "[called]\nzh-CN = '{number'",
        "[called]\nzh-CN = '{number:d}'",
        "[called]\nzh-CN = '{number!x}'",
        "[called]\nzh-CN = '{number:{wide}}'",
        "called = 'x'",
        "[called",
        None,
    ],
)
def test_words_that_cannot_be_filled_are_refused_at_the_start(tmp_path, text) -> None:
    own = tmp_path / "own.toml"
    if text is not None:
        own.write_text(text, "utf-8")
    with pytest.raises(WordingUnreadable):
        templates(own)
