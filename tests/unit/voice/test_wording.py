"""What is said, in both languages."""

import pytest

from display.voice.wording import Speech, languages, mandarin_count, mandarin_digits, sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [("023", "零 二 三"), ("110", "一 一 零"), ("999", "九 九 九"), ("A007", "A 零 零 七"), ("2", "二")],
)
def test_a_number_is_read_digit_by_digit(number, words):
    assert mandarin_digits(number) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (120, "一百二十"),
        (999, "九百九十九"),
    ],
)
def test_a_window_is_read_as_its_sign_is_read(count, words):
    assert mandarin_count(count) == words


@pytest.mark.parametrize("count", [-1, 0, 1000])
def test_a_window_that_no_hall_has_is_refused(count):
    with pytest.raises(ValueError, match=str(count)):
        mandarin_count(count)


def test_a_call_in_mandarin(call):
    assert (
        sentence([call(1, number="023", window=3)], Speech.MANDARIN)
        == "请 零 二 三 号，到 三 号窗口，办理业务。"
    )


def test_a_call_in_english(call):
    assert (
        sentence([call(1, number="023", window=12)], Speech.ENGLISH)
        == "Ticket 0 2 3, please go to window 12."
    )


def test_close_calls_are_one_sentence(call):
    calls = [call(1, number="023", window=3), call(1, number="024", window=12)]
    assert sentence(calls, Speech.MANDARIN) == "请 零 二 三 号到 三 号窗口，零 二 四 号到 十二 号窗口。"
    assert (
        sentence(calls, Speech.ENGLISH)
        == "Ticket 0 2 3, please go to window 3. Ticket 0 2 4, please go to window 12."
    )


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("zh-CN", (Speech.MANDARIN,)),
        ("zh-Hant", (Speech.MANDARIN,)),
        ("en", (Speech.MANDARIN, Speech.ENGLISH)),
        ("en-GB", (Speech.MANDARIN, Speech.ENGLISH)),
        ("", (Speech.MANDARIN,)),
    ],
)
def test_mandarin_comes_first_and_english_follows_the_ticket(call, language, spoken):
    assert languages(call(1, language=language)) == spoken
