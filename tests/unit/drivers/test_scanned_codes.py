"""Codes from scanners: bytes of a serial line, and keys of what pretends to be a keyboard."""

import pytest
from evdev import ecodes
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.events import CodeKind, Scanned
from drivers.protocol.insurance_code import kind_of
from drivers.protocol.keymap import ALTS, CODES, CTRLS, GAP, PLAIN, SHIFTED, SHIFTS, KeyMove, control
from drivers.protocol.scan_text import ByteCodes, Dropped
from drivers.protocol.scan_text_typed import TypedCodes

LONGEST = 20
ALT, CTRL, SHIFT = 56, 29, 42
CAPS_LOCK, ENTER, KEYPAD_ENTER, TAB = 58, 28, 96, 15
TEXTS = st.text(
    st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=LONGEST
)
MOVES = st.one_of(st.just(GAP), st.builds(KeyMove, st.integers(0, 255), st.booleans()))


def strike(*names_or_codes: str | int) -> list[KeyMove]:
    """Each key down and up."""
    codes = [CODES[key] if isinstance(key, str) else key for key in names_or_codes]
    return [KeyMove(code, is_down) for code in codes for is_down in (True, False)]


def holding(modifier: int, moves: list[KeyMove]) -> list[KeyMove]:
    return [KeyMove(modifier, is_down=True), *moves, KeyMove(modifier, is_down=False)]


def alt(number: str) -> list[KeyMove]:
    return holding(ALT, strike(*(f"KP{digit}" for digit in number)))


def read(moves: list[KeyMove], codes: TypedCodes | None = None) -> list[str | Dropped]:
    codes = codes or TypedCodes(LONGEST)
    return [code for move in moves for code in codes.feed(move)]


# Bytes.


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_code_ends_with_cr_lf_or_both(end: bytes) -> None:
    codes = ByteCodes(LONGEST)
    assert codes.feed(b"424" + end + b"A\x1dB" + end) == ["424", "A\x1dB"]
    assert not codes.is_waiting


def test_silence_ends_a_code_that_has_no_end_mark() -> None:
    codes = ByteCodes(LONGEST)
    assert codes.feed(b"424") == []
    assert codes.is_waiting
    assert codes.settle() == ["424"]
    assert codes.settle() == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", ["广州市政务服务中心", "医保 0123", "䶮㐂𠮷"])
def test_chinese_comes_as_utf_8_or_as_gb18030(text: str, encoding: str) -> None:
    assert ByteCodes(LONGEST).feed(text.encode(encoding) + b"\r") == [text]


def test_what_is_no_text_is_dropped_and_the_next_code_is_heard() -> None:
    assert ByteCodes(LONGEST).feed(b"\xff\x80\rA1\r") == [Dropped.NOT_TEXT, "A1"]


def test_a_code_that_is_too_long_is_dropped_whole() -> None:
    codes = ByteCodes(LONGEST)
    assert codes.feed(b"9" * LONGEST + b"\r") == ["9" * LONGEST]
    assert codes.feed(b"9" * (LONGEST + 1) + b"\r") == [Dropped.TOO_LONG]
    assert codes.feed(b"9" * 1000) == []
    assert codes.feed(b"1\r2\r") == [Dropped.TOO_LONG, "2"]


@given(st.lists(TEXTS, max_size=5), st.data())
def test_codes_come_out_however_they_are_cut(texts: list[str], data: st.DataObject) -> None:
    stream = b"".join(text.encode() + b"\r\n" for text in texts)
    codes, heard = ByteCodes(LONGEST), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        heard += codes.feed(stream[:cut])
        stream = stream[cut:]
    assert heard == texts


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_any_bytes_are_a_code_or_dropped_and_none_is_kept_for_long(pieces: list[bytes]) -> None:
    codes = ByteCodes(LONGEST)
    heard = [code for piece in pieces for code in codes.feed(piece)]
    assert len(codes._gathering._bytes) <= LONGEST * 4
    heard += codes.settle()
    assert all(isinstance(code, Dropped) or 0 < len(code) <= LONGEST for code in heard)
    assert not codes.is_waiting


# Keys.


def test_letters_digits_and_signs_are_those_of_a_us_keyboard() -> None:
    plain = "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./ "
    shifted = '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>? '
    keys = [*range(2, 14), *range(16, 28), *range(30, 42), *range(43, 54), 57]
    assert "".join(PLAIN[key] for key in keys) == plain
    assert "".join(SHIFTED[key] for key in keys) == shifted
    assert (CODES["KP5"], CODES["5"], CODES["A"], CODES["F12"]) == (76, 6, 30, 88)


def test_names_of_keys_are_those_of_the_kernel() -> None:
    assert {name: getattr(ecodes, f"KEY_{name}") for name in CODES} == dict(CODES)


@pytest.mark.parametrize("end", [ENTER, KEYPAD_ENTER, TAB])
def test_typed_codes_end_with_enter_or_tab(end: int) -> None:
    assert read(strike("A", "1", end, end)) == ["a1"]


@pytest.mark.parametrize("shift", sorted(SHIFTS))
def test_shift_writes_capitals_for_as_long_as_it_is_held(shift: int) -> None:
    assert read([*holding(shift, strike("A", "2")), *strike("A", "2", "ENTER")]) == ["A@a2"]


def test_keypad_digits_and_signs_count_without_alt() -> None:
    assert read(strike("KP1", "KP0", "KPPLUS", "KPDOT", "KPSLASH", "KPENTER")) == ["10+./"]


@pytest.mark.parametrize(
    ("keys", "sent"),
    [
        (["EQUAL"], ""),
        ([27], "\x1d"),  # ] : GS
        ([43], "\x1c"),  # \ : FS
        (["6"], "\x1e"),  # RS
        (["MINUS"], "\x1f"),  # US
        (["D"], "\x04"),  # EOT
    ],
)
@pytest.mark.parametrize("ctrl", sorted(CTRLS))
def test_ctrl_sends_the_separators_of_codes(ctrl: int, keys: list[str | int], sent: str) -> None:
    assert read([*strike("1"), *holding(ctrl, strike(*keys)), *strike("2", "ENTER")]) == [f"1{sent}2"]


@pytest.mark.parametrize("key", ["I", "J", "M"])
def test_ctrl_may_also_send_the_end(key: str) -> None:
    assert read([*strike("1"), *holding(CTRL, strike(key))]) == ["1"]


def test_control_codes_are_those_of_terminals() -> None:
    assert [control(letter) for letter in "a]\\_?~"] == [0x01, 0x1D, 0x1C, 0x1F, None, None]


def test_caps_lock_pressed_by_the_scanner_changes_nothing() -> None:
    assert read([*strike(CAPS_LOCK, "A"), *holding(SHIFT, strike("B")), *strike(CAPS_LOCK, "ENTER")]) == [
        "aB"
    ]


def test_caps_lock_of_scanners_that_write_capitals_with_it_is_followed_to_the_end_of_the_code() -> None:
    codes = TypedCodes(LONGEST, follows_caps_lock=True)
    moves = [*strike(CAPS_LOCK, "A", "1"), *holding(SHIFT, strike("B")), *strike(CAPS_LOCK, "C", "ENTER")]
    assert read(moves, codes) == ["A1bc"]
    assert read(strike(CAPS_LOCK, "A"), codes) == []
    assert codes.settle() == ["A"]
    assert read(strike("A", "ENTER"), codes) == ["a"]


@pytest.mark.parametrize("alt_key", sorted(ALTS))
def test_the_published_separator_is_read_from_alt_and_029(alt_key: int) -> None:
    gs = holding(alt_key, strike("KP0", "KP2", "KP9"))
    assert read([*strike("0", "1"), *gs, *strike("2", "ENTER")]) == ["01\x1d2"]


def test_alt_numbers_up_to_255_are_bytes_of_gbk() -> None:
    numbers = [f"{byte:03}" for byte in "医保".encode("gbk")]
    assert read([move for number in numbers for move in alt(number)] + strike("1", "ENTER")) == ["医保1"]


def test_a_hanzi_whose_second_byte_is_a_letter_may_have_it_typed_as_that() -> None:
    first, second = "丂".encode("gbk")  # 81 40
    assert chr(second) == "@"
    assert read([*alt(str(first)), *holding(SHIFT, strike("2")), *strike("ENTER")]) == ["丂"]


def test_alt_numbers_above_255_are_unicode() -> None:
    numbers = [str(ord(letter)) for letter in "医保𠮷"]
    assert read([move for number in numbers for move in alt(number)] + strike("ENTER")) == ["医保𠮷"]


@pytest.mark.parametrize(
    "moves",
    [
        alt("999999999"),
        alt("1114112"),
        alt("55296"),  # half of a pair
        alt("200"),  # half of a hanzi
        holding(ALT, strike("A")),
        holding(ALT, strike("KPPLUS", "KP4", "E")),  # Windows' other way, with hexadecimal digits
    ],
)
def test_what_alt_cannot_mean_spoils_its_code_and_no_other(moves: list[KeyMove]) -> None:
    assert read([*strike("1"), *moves, *strike("ENTER", "2", "ENTER")]) == [Dropped.NOT_TEXT, "2"]


def test_a_code_with_a_gap_is_dropped_to_its_end() -> None:
    codes = TypedCodes(LONGEST)
    moves = [KeyMove(SHIFT, is_down=True), *strike("1"), GAP, *strike("2", "ENTER", "A", "ENTER")]
    assert read(moves, codes) == [Dropped.GAP, "a"]


def test_a_gap_before_a_code_may_have_taken_its_beginning() -> None:
    assert read([GAP, *strike("2", "ENTER")]) == [Dropped.GAP]


def test_silence_ends_a_typed_code_and_lets_go_of_what_is_held() -> None:
    codes = TypedCodes(LONGEST)
    assert read([*strike("1"), KeyMove(SHIFT, is_down=True)], codes) == []
    assert codes.settle() == ["1"]
    assert not codes.is_waiting
    assert read(strike("1", "ENTER"), codes) == ["1"]


def test_typed_codes_that_are_too_long_are_dropped_whole() -> None:
    assert read(strike(*"1" * (LONGEST + 1), "ENTER", "2", "ENTER")) == [Dropped.TOO_LONG, "2"]


@given(st.text("".join(chr(letter) for letter in range(0x20, 0x7F)), min_size=1, max_size=LONGEST))
def test_what_a_us_keyboard_types_is_what_is_read(text: str) -> None:
    plain = {letter: code for code, letter in PLAIN.items()}
    shifted = {letter: code for code, letter in SHIFTED.items()}
    moves = [
        move
        for letter in text
        for move in (strike(plain[letter]) if letter in plain else holding(SHIFT, strike(shifted[letter])))
    ]
    assert read([*moves, *strike("ENTER")]) == [text]


@given(st.text(st.characters(min_codepoint=0x100, exclude_categories=["Cs"]), min_size=1, max_size=LONGEST))
def test_any_text_survives_being_typed_as_unicode_numbers(text: str) -> None:
    assert read([move for letter in text for move in alt(str(ord(letter)))] + strike("ENTER")) == [text]


@given(st.lists(MOVES, max_size=300))
def test_any_keys_are_a_code_or_dropped_and_none_is_kept_for_long(moves: list[KeyMove]) -> None:
    codes = TypedCodes(LONGEST)
    heard = read(moves, codes)
    assert len(codes._gathering._bytes) <= LONGEST * 4
    assert len(codes._number) <= 8
    heard += codes.settle()
    assert all(isinstance(code, Dropped) or 0 < len(code) <= LONGEST for code in heard)
    assert not codes.is_waiting


# What a code is.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4243754826492874240001130000", CodeKind.MEDICAL_INSURANCE),  # the published specimen
        ("424375482649287424000113000", CodeKind.OTHER),
        ("42437548264928742400011300000", CodeKind.OTHER),
        ("4253754826492874240001130000", CodeKind.OTHER),
        ("424375482649287424000113000A", CodeKind.OTHER),
        ("42437548264928742400011300٠٠", CodeKind.OTHER),
        ("4243754826492874240001130000\n", CodeKind.OTHER),
        ("https://example.invalid/q", CodeKind.OTHER),
    ],
)
def test_only_the_form_of_the_medical_insurance_is_known(text: str, kind: CodeKind) -> None:
    assert kind_of(text) is kind


def test_a_code_shows_in_no_repr() -> None:
    assert "424" not in repr(Scanned(text="4243754826492874240001130000"))
