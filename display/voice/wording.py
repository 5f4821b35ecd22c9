"""What is said of calls, word for word, in each language the hall speaks.

Numbers are read digit by digit (see the kit's `spoken_numbers`).
Windows are read as numbers (12 号窗口 is 十二号窗口), because that is how their signs are read aloud.
Each word is one of `clips/words.toml`. Knows nothing of time and loudspeakers.
"""

from collections.abc import Iterator, Sequence

from display.kit.spoken_numbers import chinese_count, chinese_signs, english_count, english_signs
from drivers.contract.speaker import Tongue
from queue_core.wire.views import CallView


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


def _chinese(call: CallView) -> Iterator[str]:
    yield from chinese_signs(call.number)
    yield from ("号", "到")
    yield from chinese_count(call.window)
    yield "号窗口"


def _english(call: CallView) -> Iterator[str]:
    yield "ticket"
    yield from english_signs(call.number)
    yield from (",", "please go to window", *english_count(call.window), ".")
