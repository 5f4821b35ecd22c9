"""What is said of calls, word for word, in each language the hall speaks.

Numbers are read digit by digit (023 is 零二三, never 二十三), as halls and banks read them. One is 一 (yī):
幺 (yāo) belongs to telephone numbers, rooms and the army and is not what an announcer in a service hall says.
Windows are read as numbers (12 号窗口 is 十二号窗口), because that is how their signs are read aloud.
Knows nothing of time, loudspeakers or engines.
"""

from collections.abc import Sequence
from enum import StrEnum

from queue_core.wire.views import CallView

_DIGITS = "零一二三四五六七八九"


class Speech(StrEnum):
    """The languages that are spoken, by language tag."""

    MANDARIN = "zh-CN"
    ENGLISH = "en"


def languages(call: CallView) -> tuple[Speech, ...]:
    """Mandarin for everybody, then English for a ticket that was taken in English."""
    if call.language.lower().startswith("en"):
        return (Speech.MANDARIN, Speech.ENGLISH)
    return (Speech.MANDARIN,)


def sentence(calls: Sequence[CallView], speech: Speech) -> str:
    """One sentence for all `calls`; digits stand apart so that no engine reads them as a quantity.

    Several calls are said without pause and without 办理业务: 3.3 s a number instead of 5.
    """
    match speech:
        case Speech.MANDARIN if len(calls) == 1:
            call = calls[0]
            return (
                f"请 {mandarin_digits(call.number)} 号，到 {mandarin_count(call.window)} 号窗口，办理业务。"
            )
        case Speech.MANDARIN:
            return f"请 {'，'.join(_mandarin(call) for call in calls)}。"
        case Speech.ENGLISH:
            return " ".join(_english(call) for call in calls)


def mandarin_digits(number: str) -> str:
    """A number as it is read: digits one by one, letters as letters."""
    return " ".join(_DIGITS[int(sign)] if sign.isdecimal() else sign for sign in number)


def mandarin_count(count: int) -> str:
    """1 … 999 in words: 十二, 一百零五, 一百二十.

    Raises ValueError beyond that; no hall has as many windows.
    """
    if not 1 <= count <= 999:  # noqa: PLR2004 - the range the words below cover
        raise ValueError(f"no words for {count}")
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _mandarin(call: CallView) -> str:
    return f"{mandarin_digits(call.number)} 号到 {mandarin_count(call.window)} 号窗口"


def _english(call: CallView) -> str:
    return f"Ticket {' '.join(call.number)}, please go to window {call.window}."
