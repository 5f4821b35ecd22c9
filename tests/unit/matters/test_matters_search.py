"""What a citizen types, and which matters that finds."""

import pytest

from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass
from queue_core.matters import Catalogue, ClassNotOffered, Matter, NoSuchMatter


def matter(code: str, zh: str, en: str = "", hant: str = "", category: str = "registration") -> Matter:
    names = {"zh-CN": zh, "zh-Hant": hant, "en": en}
    return Matter(
        code=code,
        names={tag: name for tag, name in names.items() if name},
        category=category,
        classes=(TicketClass.ACCEPT, TicketClass.PICKUP),
        usual_minutes=10,
    )


CATALOGUE = Catalogue(
    (
        matter("scope", "公司经营范围变更登记", "Change of a company's scope"),
        matter("setup", "公司设立登记", "Registration of a company", "公司設立登記"),
        matter("company", "分公司设立登记", "Registration of a branch"),
        matter("account", "银行开户许可", "Bank account"),
        matter("chongqing", "重庆驻穗机构备案", category="business"),
        matter("stay", "长期居留许可", "Long stay", category="business"),
        matter("green", "绿化工程备案", "Greening"),
        matter("short", "公司", "Company"),
        matter("carnet", "单证册（ATA）签发", "ATA carnet for buildings gsx"),
    )
)


def found(query: str, **more: object) -> list[str]:
    return [each.code for each in CATALOGUE.search(query, uses={}, **more)]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("公司设立登记", "setup"),
        ("公司設立", "setup"),
        ("设立登记", "setup"),
        ("gongsisheli", "setup"),
        ("gong si she li deng ji", "setup"),
        ("GongSi SheLi", "setup"),
        ("gōng sī shè lì", "setup"),
        ("ｇｏｎｇｓｉｓｈｅｌｉ", "setup"),
        ("gongsishel", "setup"),
        ("gssldj", "setup"),
        ("registration of a comp", "setup"),
        ("SETUP", "setup"),
        ("lǜhua", "green"),
        ("lvhua", "green"),
        ("luhua", "green"),
        ("lühua", "green"),
        ("danzhengceata", "carnet"),
        ("dzcata", "carnet"),
        ("bank", "account"),
    ],
)
def test_a_matter_is_found_by_what_is_typed(typed: str, best: str) -> None:
    assert found(typed)[0] == best


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("chongqing", "chongqing"),
        ("zhongqing", "chongqing"),
        ("cqzs", "chongqing"),
        ("zqzs", "chongqing"),
        ("yinhang", "account"),
        ("yinxing", "account"),
        ("yhkh", "account"),
        ("yxkh", "account"),
        ("changqi", "stay"),
        ("zhangqi", "stay"),
    ],
)
def test_every_reading_of_a_character_is_found(typed: str, code: str) -> None:
    assert code in found(typed)


@pytest.mark.parametrize("typed", ["公司", "gongsi", "gong si", "company"])
def test_the_whole_name_comes_before_its_beginning_and_that_before_its_middle(typed: str) -> None:
    codes = found(typed)
    assert {codes[0], codes[1]} == {"short", "company"} if typed == "company" else codes[0] == "short"
    others = [code for code in codes if code in {"scope", "setup"}]
    assert typed == "company" or codes[1:3] == others == ["scope", "setup"]
    assert typed == "company" or codes[3] == "company"


def test_initials_come_after_spelled_syllables_and_before_the_inside_of_a_latin_word() -> None:
    catalogue = Catalogue(
        (
            matter("buildings", "楼宇", "Buildings"),
            matter("initials-within", "分公司"),
            matter("initials", "公司"),
            matter("word", "楼宇", "A gs word"),
            matter("prefix", "楼宇", "Gsm"),
            matter("gs", "楼宇"),
        )
    )
    assert [each.code for each in catalogue.search("gs", uses={})] == [
        "gs",
        "prefix",
        "word",
        "initials",
        "initials-within",
        "buildings",
    ]


def test_an_incomplete_syllable_counts_only_at_the_end() -> None:
    assert "setup" in found("gongs")
    assert "setup" not in found("gonsi")


def test_a_name_does_not_run_on_into_the_next_one() -> None:
    catalogue = Catalogue((matter("one", "公司"), matter("two", "登记")))
    assert catalogue.search("gongsidengji", uses={}) == ()
    assert catalogue.search("gsdj", uses={}) == ()


def test_several_words_are_found_one_by_one_when_nothing_has_them_together() -> None:
    assert found("公司 变更") == ["scope"]
    assert found("company change") == ["scope"]
    assert found("gongsi 变更") == ["scope"]
    assert found("公司 护照") == []


def test_without_a_query_the_most_used_come_first_and_then_the_order_of_the_file() -> None:
    uses = {"stay": 3, "account": 7, "gone": 99}
    assert [each.code for each in CATALOGUE.search("  ", uses=uses)][:4] == [
        "account",
        "stay",
        "scope",
        "setup",
    ]


def test_use_decides_only_among_equal_matches() -> None:
    uses = {"company": 50, "setup": 2}
    assert [each.code for each in CATALOGUE.search("公司", uses=uses)][:4] == [
        "short",
        "setup",
        "scope",
        "company",
    ]


def test_a_search_keeps_to_its_category() -> None:
    assert found("", category="business") == ["chongqing", "stay"]
    assert found("gongsi", category="business") == []


@pytest.mark.parametrize("typed", ["护照", "zzzz", "!?", "\u0301", "[a-z]", "gong" * 200])
def test_what_nothing_matches_finds_nothing_or_all_but_never_fails(typed: str) -> None:
    assert len(found(typed)) in {0, len(CATALOGUE)}


def test_a_matter_is_told_by_its_code_and_says_where_its_numbers_wait() -> None:
    setup = CATALOGUE.matter("setup")
    assert setup.unit(TicketClass.PICKUP) == Unit("registration", TicketClass.PICKUP)
    assert setup.units == (
        Unit("registration", TicketClass.ACCEPT),
        Unit("registration", TicketClass.PICKUP),
    )
    with pytest.raises(ClassNotOffered) as refused:
        setup.unit(TicketClass.CONSULT)
    assert (refused.value.code, "accept or pickup" in refused.value.remedy) == (
        "matter-class-not-offered",
        True,
    )
    with pytest.raises(NoSuchMatter, match='"passport"'):
        CATALOGUE.matter("passport")


def test_two_thousand_matters_are_all_found_by_name_pinyin_and_initials() -> None:
    catalogue = Catalogue(matter(f"m-{number}", f"第{number}号公司登记") for number in range(2000))
    for typed in ("公司登记", "gongsidengji", "gsdj"):
        assert len(catalogue.search(typed, uses={})) == 2000
    assert [each.code for each in catalogue.search("di1234haogongsi", uses={})] == ["m-1234"]
