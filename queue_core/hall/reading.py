"""What a scanned or typed text can be, by its form alone: the link of a ticket, a number, the code of a case.

The text may be a secret or a person's: it is in no error and no log.
"""

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

LONGEST = 512
_NUMBER = re.compile(r"[A-Z]{0,3}[0-9]{1,6}")
_CASE = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Text(Struct, frozen=True, kw_only=True):
    """What is not empty may be it; `number` in capitals and digits, as it was typed."""

    reference: str = ""
    secret: str = ""
    number: str = ""
    case: str = ""

    def __repr__(self) -> str:
        return "Text(…)"


def read(text: str, public_url: str) -> Text:
    """Blanks and full-width letters are forgiven, as keyboards for Chinese write them."""
    if len(text) > LONGEST:
        return Text()
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if "://" in plain:
        return _link(plain, public_url)
    number = plain.upper()
    return Text(
        number=number if _NUMBER.fullmatch(number) else "", case=plain if _CASE.fullmatch(plain) else ""
    )


def _link(plain: str, public_url: str) -> Text:
    """A link of this hall's: its host in any case, and nothing beside the path and the fragment."""
    ours, given = urlsplit(public_url), _split(plain)
    if given is None or (given.scheme, given.netloc.lower()) != (ours.scheme, ours.netloc.lower()):
        return Text()
    path = given.path.removeprefix(ours.path.rstrip("/"))
    match path.split("/"):
        case ["", "t", reference]:
            return Text(reference=reference, secret=given.fragment)
        case ["", "c", code] if _CASE.fullmatch(unquote(code)):
            return Text(case=unquote(code))
    return Text()


def _split(link: str) -> SplitResult | None:
    try:
        return urlsplit(link)
    except ValueError:
        return None
