"""Numbers as they are said, word for word, so that each word may be a clip of its own.

Ticket numbers are read digit by digit (023 is 零二三, never 二十三), as halls and banks read them. One is
一 (yī): 幺 (yāo) belongs to telephone numbers, rooms and the army and is not what an announcer in a service
hall says.
"""

CHINESE_DIGITS = "零一二三四五六七八九"
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
MOST = 999
"""No hall has as many windows, and beyond it nobody counts those who wait."""


def chinese_signs(number: str) -> tuple[str, ...]:
    """A ticket's number sign by sign: 零, 二, 三."""
    return tuple(CHINESE_DIGITS[int(sign)] if sign.isdecimal() else sign for sign in number)


def english_signs(number: str) -> tuple[str, ...]:
    return tuple(_ONES[int(sign)] if sign.isdecimal() else sign for sign in number)


def chinese_count(count: int) -> str:
    """1 … 999 in words: 十二, 一百零五, 一百二十. Raises ValueError beyond that."""
    hundreds, tens, ones = _places(count)
    words = f"{CHINESE_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{CHINESE_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (CHINESE_DIGITS[ones] if ones else "")


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
    if not 1 <= count <= MOST:
        raise ValueError(f"no words for {count}")
    return count // 100, count // 10 % 10, count % 10
