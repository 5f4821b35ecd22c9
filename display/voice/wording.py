"""What is said of calls, word for word, in each language the hall speaks.

Numbers are read digit by digit (023 is 零二三, never 二十三), as halls and banks read them. One is 一 (yī):
幺 (yāo) belongs to telephone numbers, rooms and the army and is not what an announcer in a service hall says.
Windows are read as numbers (12 号窗口 is 十二号窗口), because that is how their signs are read aloud.
Each word is one of `clips/words.toml`. Knows nothing of time and loudspeakers.
"""

from collections.abc import Iterator, Sequence

from drivers.contract.speaker import Tongue
from queue_core.wire.views import CallView

_DIGITS = "零一二三四五六七八九"
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MOST = 999


def tongues(call: CallView) -> tuple[Tongue, ...]:
    """Mandarin for everybody, then the language in which the ticket was taken."""
    language = call.language.lower()
    if language.startswith("en"):
        return (Tongue.MANDARIN, Tongue.ENGLISH)
    if language.startswith(("zh-hant", "yue")):
        return (Tongue.MANDARIN, Tongue.CANTONESE)
    return (Tongue.MANDARIN,)


def sentence(calls: Sequence[CallView], tongue: Tongue) -> tuple[str, ...]:
    """One sentence for all `calls`. Several are said without 办理业务, so that each takes a third less."""
    match tongue:
        case Tongue.MANDARIN | Tongue.CANTONESE:
            words = [word for call in calls for word in (*_chinese(call), "，")]
            return ("请", *words[:-1], *(("，", "办理业务") if len(calls) == 1 else ()), "。")
        case Tongue.ENGLISH:
            return tuple(word for call in calls for word in _english(call))


def chinese_count(count: int) -> str:
    """1 … 999 in words: 十二, 一百零五, 一百二十.

    Raises ValueError beyond that; no hall has as many windows.
    """
    hundreds, tens, ones = _places(count)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def english_count(count: int) -> tuple[str, ...]:
    """1 … 999 in words: twelve, one hundred and five. Raises ValueError beyond that."""
    hundreds, _, _ = _places(count)
    rest = count % 100
    words = [_ONES[hundreds], "hundred"] if hundreds else []
    if hundreds and rest:
        words.append("and")
    if rest >= len(_ONES):
        words.append(_TENS[rest // 10 - 2])
        rest %= 10
    return (*words, *((_ONES[rest],) if rest else ()))


def _places(count: int) -> tuple[int, int, int]:
    if not 1 <= count <= _MOST:
        raise ValueError(f"no words for {count}")
    return count // 100, count // 10 % 10, count % 10


def _chinese(call: CallView) -> Iterator[str]:
    yield from (_DIGITS[int(sign)] if sign.isdecimal() else sign for sign in call.number)
    yield from ("号", "到")
    yield from chinese_count(call.window)
    yield "号窗口"


def _english(call: CallView) -> Iterator[str]:
    yield "ticket"
    yield from (_ONES[int(sign)] if sign.isdecimal() else sign for sign in call.number)
    yield from (",", "please go to window", *english_count(call.window), ".")
