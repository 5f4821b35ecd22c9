"""How names are typed in pinyin, and the plain form in which texts are compared.

All readings of a character count, so 重庆 is found as chongqing and as zhongqing: which one is right needs
phrases, and a search that guesses wrong finds nothing.
"""

import os
import unicodedata
from collections.abc import Iterable

Syllables = tuple[str, ...]
"""The readings of one character; a letter or digit reads as itself."""


def plain(text: str) -> str:
    """Small letters of normal width, one space between words, without the marks of tones; ü is v."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    unmarked = "".join(each for each in letters.replace("u\u0308", "v") if not unicodedata.combining(each))
    return " ".join(unmarked.split())


def typed_letters(text: str) -> str:
    """What of a plain text can be pinyin: its letters and digits without spaces and apostrophes."""
    joined = "".join(each for each in text if each not in " '’-")
    return joined if joined.isascii() and joined.isalnum() else ""


def readings_of(characters: Iterable[str]) -> dict[str, Syllables]:
    """All readings of each Chinese character, without tones.

    The first call loads the dictionary: about 0.1 s, and 13 MB that stay.
    """
    # Without its phrases, which are not asked for here, the library loads in a third of the time and memory.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - a server that never searches never loads it

    found = {}
    for character in characters:
        syllables = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        if syllables:
            found[character] = _typed_forms(syllables[0])
    return found


def _typed_forms(syllables: list[str]) -> Syllables:
    """绿 is typed lv or lu."""
    forms = [form for each in syllables for form in (each, each.replace("v", "u"))]
    return tuple(dict.fromkeys(form for form in forms if form))
