"""What is said, in each language."""

import tomllib
from pathlib import Path

import pytest

from display import voice
from display.kit.spoken_numbers import chinese_count, english_count
from display.voice.bank import WINDOWS
from display.voice.wording import TONGUES, part, tongues_of, words_of
from drivers.contract.speaker import Tongue
from drivers.protocol.sound import PAUSES_S

CLIPS = Path(voice.__file__).parent / "clips"


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [
        (1, "一", "one"),
        (9, "九", "nine"),
        (10, "十", "ten"),
        (12, "十二", "twelve"),
        (20, "二十", "twenty"),
        (21, "二十一", "twenty one"),
        (99, "九十九", "ninety nine"),
        (100, "一百", "one hundred"),
        (101, "一百零一", "one hundred and one"),
        (110, "一百一十", "one hundred and ten"),
        (112, "一百一十二", "one hundred and twelve"),
        (120, "一百二十", "one hundred and twenty"),
        (999, "九百九十九", "nine hundred and ninety nine"),
    ],
)
def test_a_window_is_read_as_its_sign_is_read(count, chinese, english):
    assert chinese_count(count) == chinese
    assert " ".join(english_count(count)) == english


@pytest.mark.parametrize("count", [-1, 0, 1000])
def test_a_window_that_no_hall_has_is_refused(count):
    for words in (chinese_count, english_count):
        with pytest.raises(ValueError, match=str(count)):
            words(count)


def said(*calls, tongue=Tongue.MANDARIN, place=""):
    """The calls as one sentence."""
    alone = len(calls) == 1
    parts = [
        part(one, tongue, opens=one is calls[0], closes=alone, place=place if one is calls[0] else "")
        for one in calls
    ]
    return [word for words in parts for word in words]


@pytest.mark.parametrize("tongue", [Tongue.MANDARIN, Tongue.CANTONESE])
def test_a_call_in_chinese_reads_the_number_digit_by_digit(call, tongue):
    words = said(call(1, number="023", window=12), tongue=tongue)
    assert words == ["请", "零", "二", "三", "号", "到", "十", "二", "号窗口", "，", "办理业务"]


def test_a_number_with_a_letter_is_read_sign_by_sign(call):
    assert "".join(said(call(1, number="A001"))) == "请A零零一号到三号窗口，办理业务"


def test_a_call_in_english(call):
    words = said(call(1, number="A03", window=12), tongue=Tongue.ENGLISH)
    assert words == ["ticket", "A", "zero", "three", ",", "please go to window", "twelve", ","]


def test_close_calls_are_one_sentence(call):
    calls = [call(1, number="023", window=3), call(1, number="024", window=12)]
    assert "".join(said(*calls)) == "请零二三号到三号窗口，零二四号到十二号窗口，"
    assert said(*calls, tongue=Tongue.ENGLISH).count("ticket") == 2


def test_a_window_elsewhere_is_said_with_its_place(call):
    assert "".join(said(call(1), place="二楼")) == "请零零一号到二楼三号窗口，办理业务"
    assert " ".join(said(call(1), tongue=Tongue.ENGLISH, place="second floor")).endswith(
        "three , second floor ,"
    )


def test_every_word_of_every_call_has_a_clip():
    """So that one announcer says a whole sentence."""
    index = tomllib.loads((CLIPS / "words.toml").read_text("utf-8"))
    for tongue in Tongue:
        assert words_of(tongue, range(1, 1000)) <= index[tongue].keys()


def test_no_call_needs_a_word_that_was_not_looked_for(call):
    for tongue in Tongue:
        looked_for = words_of(tongue, WINDOWS) | PAUSES_S.keys()
        for window in range(1, 1000):
            number = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            assert set(said(call(1, number=number, window=window), tongue=tongue)) <= looked_for


def test_every_word_of_the_bank_was_recorded():
    index = tomllib.loads((CLIPS / "words.toml").read_text("utf-8"))
    files = [CLIPS / tongue / f"{name}.flac" for tongue, words in index.items() for name in words.values()]
    assert [path for path in (*files, CLIPS / "chime.flac") if not path.is_file()] == []


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("zh-CN", (Tongue.MANDARIN,)),
        ("zh-Hant", (Tongue.MANDARIN, Tongue.CANTONESE)),
        ("en", (Tongue.MANDARIN, Tongue.ENGLISH)),
        ("en-GB", (Tongue.MANDARIN, Tongue.ENGLISH)),
        ("", (Tongue.MANDARIN,)),
    ],
)
def test_mandarin_comes_first_and_the_tickets_language_follows(call, language, spoken):
    assert tongues_of(call(1, language=language), TONGUES) == spoken


def test_a_recall_is_in_all_languages_of_the_hall_in_its_order(call):
    hall = (Tongue.CANTONESE, Tongue.MANDARIN)
    assert tongues_of(call(1, nth=2, language="en"), hall) == hall


def test_a_language_the_hall_does_not_speak_is_left_out(call):
    assert tongues_of(call(1, language="en"), (Tongue.MANDARIN,)) == (Tongue.MANDARIN,)
