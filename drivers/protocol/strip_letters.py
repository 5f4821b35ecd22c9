"""Text in the two-byte hanzi of LED strips: one line, with a box for each letter that they do not have."""

MISSING = "□"


def encode(text: str, codec: str) -> bytes:
    """`codec`: gb2312 or gbk. Line ends and tabs become spaces; other control characters are left out."""
    line = " ".join(text.split("\n")).replace("\t", " ")
    return b"".join(_letter(letter, codec) for letter in line if letter.isprintable())


def _letter(letter: str, codec: str) -> bytes:
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return MISSING.encode(codec)
