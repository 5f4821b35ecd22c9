"""Text in the columns of a receipt printer: a letter takes one, a hanzi two."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import east_asian_width

WIDE = frozenset("WFA")
NEVER_FIRST = frozenset("，。、；：！？）》」』】”’…％,.;:!?)%")  # in a line
NEVER_LAST = frozenset("（《「『【“‘(")


def width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_letter_width, text))


@lru_cache(maxsize=4096)  # a hall's hanzi: to break a line well they are measured again and again
def _letter_width(letter: str) -> int:
    return 2 if east_asian_width(letter) in WIDE else 1


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns` (2 or more), broken between hanzi and words; inside a word where it must."""
    lines = [""]
    for piece in _bound(_pieces(text.replace("\t", " ").replace("\n", " "), columns), columns):
        if width(lines[-1] + piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    lines[-1] = lines[-1].rstrip()
    return lines


def _pieces(text: str, columns: int) -> Iterator[str]:
    """Hanzi one by one, words with the space after them, words wider than a line cut."""
    word = ""
    for character in text:
        is_wide = width(character) > 1
        if word and (is_wide or word[-1] == " " != character or len(word) == columns):
            yield word
            word = ""
        if is_wide:
            yield character
        else:
            word += character
    if word:
        yield word


def _bound(pieces: Iterator[str], columns: int) -> Iterator[str]:
    """Signs together with what they belong to, where the line is wide enough for both."""
    held = ""
    for piece in pieces:
        is_bound = held != "" and (piece[0] in NEVER_FIRST or held[-1] in NEVER_LAST)
        if is_bound and width(held + piece) <= columns:
            held += piece
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held
