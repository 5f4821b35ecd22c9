"""What is said of calls, word for word, in each language the hall speaks.

Numbers are read digit by digit (see the kit's `spoken_numbers`).
Windows are read as numbers (12 号窗口 is 十二号窗口), because that is how their signs are read aloud.
Each word is one of `clips/words.toml`. Knows nothing of time and loudspeakers.
"""

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase

from display.kit.spoken_numbers import chinese_count, chinese_signs, english_count, english_signs
from drivers.contract.speaker import Tongue
from drivers.protocol.sound import PAUSES_S
from queue_core.wire.views import CallView

_SIGNS = f"0123456789{ascii_uppercase}"
TONGUES = (Tongue.MANDARIN, Tongue.CANTONESE, Tongue.ENGLISH)
"""In the order in which halls speak them where nothing else is configured."""


def tongues_of(call: CallView, tongues: Sequence[Tongue]) -> tuple[Tongue, ...]:
    """The hall's first language for everybody, then the one in which the ticket was taken; on recall all."""
    if call.nth > 1:
        return tuple(tongues)
    own = _tongue(call.language)
    return (tongues[0], *(each for each in tongues[1:] if each is own))


def part(call: CallView, tongue: Tongue, *, opens: bool, closes: bool, place: str = "") -> tuple[str, ...]:
    """One number of a sentence; a sentence of several is said without 办理业务, which takes a third less.

    `place` is where the window is, said where that is not where the sentence is heard.
    """
    match tongue:
        case Tongue.MANDARIN | Tongue.CANTONESE:
            end = ("，", "办理业务") if closes else ("，",)
            return (*(("请",) if opens else ()), *_chinese(call.number, call.window, place), *end)
        case Tongue.ENGLISH:
            return tuple(_english(call.number, call.window, place))


def words_of(tongue: Tongue, windows: Iterable[int]) -> frozenset[str]:
    """Every word that the call of any number to one of these windows may need."""
    say = _english if tongue is Tongue.ENGLISH else _chinese
    around = () if tongue is Tongue.ENGLISH else ("请", "办理业务")
    said = {word for window in windows for word in say(_SIGNS, window, "")}
    return frozenset({*said, *around} - PAUSES_S.keys())


def _tongue(language: str) -> Tongue:
    tag = language.lower()
    if tag.startswith("en"):
        return Tongue.ENGLISH
    return Tongue.CANTONESE if tag.startswith(("zh-hant", "yue")) else Tongue.MANDARIN


def _chinese(number: str, window: int, place: str) -> Iterator[str]:
    yield from chinese_signs(number)
    yield from ("号", "到")
    if place:
        yield place
    yield from chinese_count(window)
    yield "号窗口"


def _english(number: str, window: int, place: str) -> Iterator[str]:
    yield "ticket"
    yield from english_signs(number)
    yield from (",", "please go to window", *english_count(window))
    if place:
        yield from (",", place)
    yield ","
