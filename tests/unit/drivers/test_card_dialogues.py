from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.card_reader import Cardholder, CardKind
from drivers.contract.errors import (
    CardRefused,
    CardUnknown,
    CardUnreadable,
    CheckDigitWrong,
    DeviceError,
    Garbled,
)
from drivers.protocol import identity_card, ssc
from drivers.protocol.apdu import exchange, parse
from drivers.protocol.gb_codes import Sex
from drivers.protocol.id_number import check_digit

FIRST = "44010619900307123"
NUMBER = FIRST + check_digit(FIRST)
IDENTITY_ATR = bytes(13) + b"\x90\x00"


def carry_on(dialogue: Any, card: Callable[[bytes], bytes]) -> Any:
    try:
        command = next(dialogue)
        while True:
            command = dialogue.send(card(command))
    except StopIteration as end:
        return end.value


def ssc_card(records: dict[int, tuple[int, bytes]], *, by_tag: bool = True) -> Callable[[bytes], bytes]:
    """A card of record number → (tag, value)."""

    def answer(command: bytes) -> bytes:
        match command[1], command[3]:
            case 0xA4, _:
                return b"\x90\x00"
            case 0xB2, 0x00 if by_tag:
                found = [item for item in records.values() if item[0] == command[2]]
            case _:
                found = [item for number, item in records.items() if number == command[2]]
        return (
            b"".join(bytes((tag, len(value))) + value for tag, value in found) + b"\x90\x00"
            if found
            else b"\x6a\x83"
        )

    return answer


def text_block(**fields: Any) -> bytes:
    block = bytearray(" ".encode("utf-16-le") * 128)
    for place, text in fields.values():
        raw = text.encode("utf-16-le")
        block[place : place + len(raw)] = raw
    return bytes(block)


@pytest.mark.parametrize("by_tag", [True, False])
@pytest.mark.parametrize("has_extension", [True, False])
def test_a_holder_is_found_by_tag_and_by_shifted_record_numbers(*, by_tag: bool, has_extension: bool) -> None:
    name = (0x09, "欧阳秋·𠮷".encode("gb18030").ljust(30, b"\0"))
    items = [(0x08, NUMBER.encode()), *([(0x4E, b"")] if has_extension else []), name, (0x0A, b"1")]
    card = ssc_card(dict(enumerate(items, 1)), by_tag=by_tag)
    assert carry_on(ssc.read_holder(), card) == Cardholder(
        name="欧阳秋·𠮷", id_number=NUMBER, card=CardKind.SOCIAL_SECURITY
    )


@pytest.mark.parametrize(
    ("number", "name", "refusal"),
    [
        (FIRST.encode() + b"?", "王".encode("gbk"), CardUnreadable),
        (FIRST.encode() + (b"1" if NUMBER[-1] != "1" else b"2"), "王".encode("gbk"), CheckDigitWrong),
        (NUMBER.encode(), b"\xff\xff", CardUnreadable),
        (NUMBER.encode(), bytes(30), CardUnreadable),
    ],
)
def test_a_damaged_social_security_card_is_refused(
    number: bytes, name: bytes, refusal: type[CardRefused]
) -> None:
    with pytest.raises(refusal) as refused:
        carry_on(ssc.read_holder(), ssc_card({1: (0x08, number), 2: (0x09, name)}))
    assert type(refused.value) is refusal
    assert NUMBER[:6] not in str(refused.value)


@pytest.mark.parametrize("name", ["吴\ue863安", "吴\U000323af安", "欧阳\u3000秋", "阿依古丽·买买提"])
def test_names_with_letters_this_program_does_not_know_are_names(name: str) -> None:
    """Private use, letters newer than its Unicode, and a hanzi's width of space."""
    assert ssc.decode_name(name.encode("gb18030").ljust(30, b"\0")) == name
    block = text_block(name=(0, name), number=(122, NUMBER))
    assert identity_card.decode(block).name == name


@pytest.mark.parametrize("name", ["吴\x1b@安", "吴\n安", "吴\u202e安"])
def test_what_would_steer_a_printer_or_a_screen_is_no_name(name: str) -> None:
    with pytest.raises(CardUnreadable, match="no name"):
        ssc.decode_name(name.encode("gb18030"))
    with pytest.raises(CardUnreadable, match="no name"):
        identity_card.decode(text_block(name=(0, name), number=(122, NUMBER)))


def test_the_commands_to_a_social_security_card_are_the_published_ones() -> None:
    asked: list[str] = []
    card = ssc_card({1: (0x08, NUMBER.encode()), 2: (0x09, "王".encode("gbk"))}, by_tag=False)

    def noting(command: bytes) -> bytes:
        asked.append(command.hex(" ").upper())
        return card(command)

    carry_on(ssc.read_holder(), noting)
    assert asked == [
        "00 A4 04 00 0F 73 78 31 2E 73 68 2E C9 E7 BB E1 B1 A3 D5 CF",
        "00 A4 02 00 02 EF 06",
        "00 B2 08 00 00",
        "00 B2 01 04 00",
        "00 B2 09 00 00",
        "00 B2 01 04 00",
        "00 B2 02 04 00",
    ]


def test_the_other_form_of_selecting_a_file_is_tried_too() -> None:
    card = ssc_card({1: (0x08, NUMBER.encode()), 2: (0x09, "王".encode("gbk"))})
    strange = carry_on(
        ssc.read_holder(), lambda asked: b"\x6a\x86" if asked[:4] == b"\x00\xa4\x02\x00" else card(asked)
    )
    assert strange.id_number == NUMBER


def test_a_card_without_the_application_is_unknown() -> None:
    with pytest.raises(CardUnknown):
        carry_on(ssc.read_holder(), lambda _: b"\x6a\x82")


def test_a_card_without_an_item_is_unreadable() -> None:
    with pytest.raises(CardUnreadable):
        carry_on(ssc.read_holder(), ssc_card({1: (0x08, NUMBER.encode())}))


def test_the_rest_of_an_answer_is_fetched_and_the_right_length_asked_for() -> None:
    answers = {
        bytes.fromhex("00B2080000"): b"\x6c\x12",
        bytes.fromhex("00B2080012"): b"ab\x61\x02",
        bytes.fromhex("00C0000002"): b"cd\x90\x00",
    }
    assert carry_on(exchange(bytes.fromhex("00B2080000")), answers.__getitem__).data == b"abcd"


def test_a_card_that_never_finishes_is_given_up() -> None:
    with pytest.raises(Garbled):
        carry_on(exchange(bytes(5)), lambda _: b"\x61\x01")


@given(st.binary(max_size=1))
def test_a_response_without_a_status_word_is_garbled(response: bytes) -> None:
    with pytest.raises(Garbled):
        parse(response)


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=60))
def test_a_card_that_answers_rubbish_raises_only_our_errors(answers: list[bytes]) -> None:
    for dialogue in (ssc.read_holder(), identity_card.read_holder(IDENTITY_ATR)):
        supply = iter(answers * 40)
        with pytest.raises(DeviceError):
            carry_on(dialogue, lambda _, supply=supply: next(supply))


@pytest.mark.parametrize(
    ("fields", "name", "number", "card"),
    [
        ({"name": (0, "陈小明"), "number": (122, NUMBER)}, "陈小明", NUMBER, CardKind.RESIDENT_ID),
        (
            {"name": (0, "黄志强"), "number": (122, NUMBER), "flag": (248, "J")},
            "黄志强",
            NUMBER,
            CardKind.RESIDENCE_PERMIT,
        ),
        (
            {"name": (0, "安娜"), "number": (122, NUMBER), "flag": (248, "Y")},
            "安娜",
            NUMBER,
            CardKind.PERMANENT_RESIDENCE,
        ),
        (
            {"name": (52, "ANNA " * 7), "more": (220, "MARIA"), "number": (122, NUMBER), "flag": (248, "Y")},
            "ANNA ANNA ANNA ANNA ANNA ANNA ANNA MARIA",
            NUMBER,
            CardKind.PERMANENT_RESIDENCE,
        ),
        (
            {"name": (158, "安娜"), "number": (122, "DEU440190030712"), "flag": (248, "I")},
            "安娜",
            "DEU440190030712",
            CardKind.PERMANENT_RESIDENCE,
        ),
        (
            {"name": (0, "ANNA"), "number": (122, "DEU440190030712"), "flag": (248, "I")},
            "ANNA",
            "DEU440190030712",
            CardKind.PERMANENT_RESIDENCE,
        ),
    ],
)
def test_each_type_of_identity_card_has_its_own_places(
    fields: Any, name: str, number: str, card: CardKind
) -> None:
    assert identity_card.decode(text_block(**fields)).holder == Cardholder(
        name=name, id_number=number, card=card
    )


@pytest.mark.parametrize("specimen", ["932682198501010017", "911124198108030024"])
def test_the_official_specimens_of_2023_are_permanent_residence_cards(specimen: str) -> None:
    """Published by the National Immigration Administration; the names are invented."""
    block = text_block(
        name=(0, "安娜"), english=(52, "ANNA"), number=(122, specimen), country=(242, "CAN"), flag=(248, "Y")
    )
    card = identity_card.decode(block)
    assert (card.holder.id_number, card.english_name, card.country) == (specimen, "ANNA", "CAN")


def test_what_else_stands_on_a_residents_card_is_told_in_words() -> None:
    card = identity_card.decode(
        text_block(
            name=(0, "陈小明"),
            sex=(30, "2"),
            ethnic_group=(32, "43"),
            birth=(36, "19900307"),
            address=(52, "广州市黄埔区榕荫路一百号"),
            number=(122, NUMBER),
            valid=(188, "20180601长期"),
        )
    )
    assert (card.sex, card.ethnic_group, card.birth) == (Sex.FEMALE, "乌孜别克", "19900307")
    assert (card.address, card.valid_from, card.valid_to) == (
        "广州市黄埔区榕荫路一百号",
        "20180601",
        "长期",
    )
    assert (card.english_name, card.pass_number, card.country) == ("", "", "")


def test_a_permit_of_hong_kong_macau_or_taiwan_has_a_pass_number_and_no_ethnic_group() -> None:
    card = identity_card.decode(
        text_block(name=(0, "黄志强"), number=(122, NUMBER), pass_number=(220, "H01234567"), flag=(248, "J"))
    )
    assert (card.pass_number, card.ethnic_group) == ("H01234567", None)


@pytest.mark.parametrize(
    ("code", "group"),
    [("01", "汉"), ("05", "维吾尔"), ("44", "俄罗斯"), ("56", "基诺"), ("97", "其他"), ("57", None)],
)
def test_ethnic_groups_are_numbered_as_in_gb_t_3304(code: str, group: str | None) -> None:
    block = text_block(name=(0, "陈小明"), ethnic_group=(32, code), number=(122, NUMBER))
    assert identity_card.decode(block).ethnic_group == group


@pytest.mark.parametrize("place", [30, 36, 52, 188])
def test_damage_beside_name_and_number_costs_nobody_the_number(place: int) -> None:
    block = bytearray(text_block(name=(0, "陈小明"), number=(122, NUMBER)))
    block[place : place + 2] = b"\x00\xd8"  # half of a surrogate pair
    assert identity_card.decode(bytes(block)).holder.id_number == NUMBER


NAMES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=15)
NUMBERS = st.text(alphabet="0123456789", min_size=17, max_size=17).map(
    lambda first: first + check_digit(first)
)


@given(NAMES, NUMBERS)
def test_any_holder_comes_off_either_card_as_written(name: str, number: str) -> None:
    block = text_block(name=(0, name), number=(122, number))
    records = {1: (0x08, number.encode()), 2: (0x09, name.encode("gbk").ljust(30, b"\0"))}
    for holder in (identity_card.decode(block).holder, carry_on(ssc.read_holder(), ssc_card(records))):
        assert (holder.name, holder.id_number) == (name, number)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"number": (122, NUMBER)}, CardUnreadable),
        ({"name": (0, "陈小明")}, CardUnreadable),
        ({"name": (0, "陈小明"), "number": (122, NUMBER[:-1] + "?")}, CardUnreadable),
        (
            {"name": (0, "陈小明"), "number": (122, FIRST + ("1" if NUMBER[-1] != "1" else "2"))},
            CheckDigitWrong,
        ),
        ({"name": (0, "陈小明"), "number": (122, NUMBER), "flag": (248, "Z")}, CardUnknown),
        ({"name": (0, "ANNA"), "number": (122, "DE440190030712"), "flag": (248, "I")}, CardUnreadable),
        ({"name": (0, "ANNA"), "number": (122, "1EU440190030712"), "flag": (248, "I")}, CardUnreadable),
    ],
)
def test_a_damaged_identity_card_is_refused(fields: Any, refusal: type[CardRefused]) -> None:
    with pytest.raises(refusal):
        identity_card.decode(text_block(**fields))


@given(st.binary(min_size=256, max_size=256))
def test_a_text_block_of_rubbish_raises_only_our_errors(block: bytes) -> None:
    with pytest.raises(CardRefused):
        identity_card.decode(block)


@given(st.binary(max_size=32).filter(lambda atr: atr[13:15] != b"\x90\x00"))
def test_only_a_reader_with_a_security_module_presents_identity_cards(atr: bytes) -> None:
    with pytest.raises(CardUnknown):
        carry_on(identity_card.read_holder(atr), lambda _: b"\x90\x00")


def test_the_photo_is_not_asked_for() -> None:
    block = text_block(name=(0, "陈小明"), number=(122, NUMBER))
    stream = b"\x01\x00\x04\x00" + block + bytes(1024)
    pages: list[int] = []

    def reader(command: bytes) -> bytes:
        pages.append(command[2])
        return stream[command[2] * 256 :][:256] + b"\x90\x00"

    assert carry_on(identity_card.read_holder(IDENTITY_ATR), reader).name == "陈小明"
    assert pages == [0, 1]


def test_a_cardholder_shows_nothing_personal() -> None:
    card = identity_card.decode(text_block(name=(0, "陈小明"), address=(52, "榕荫路"), number=(122, NUMBER)))
    shown = f"{card} {card!r} {card.holder} {card.holder!r}"
    assert not [word for word in ("陈", "榕", NUMBER[:6]) if word in shown]
