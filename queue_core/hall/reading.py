"""What a scanned or typed text can be, by its form alone.

The link of a ticket, a number, the number of a case or the code on its receipt, a pickup code or its QR.

The text may be a secret or a person's: it is in no error and no log.
"""

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from queue_core.app.case_numbers import case_number_typed

LONGEST = 512
_NUMBER = re.compile(r"[A-Z]{0,3}[0-9]{1,6}")
_CASE = re.compile(r"[A-Za-z0-9._-]{1,64}")
_RECEIPT = re.compile(r"PAIHAO:C:([A-Za-z0-9._-]{1,64})")
_PICKUP = re.compile(r"PAIHAO:P:([0-9]{9}):([A-Za-z0-9_-]{22})")
_DIGITS = re.compile(r"[0-9]{9}")
_OURS = "PAIHAO:"


class Text(Struct, frozen=True, kw_only=True):
    """What is not empty may be it; `number` in capitals and digits, as it was typed.

    `pickup` are the nine digits of a pickup code; with a `token` they came by QR.
    """

    reference: str = ""
    secret: str = ""
    number: str = ""
    case: str = ""
    pickup: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return "Text(…)"


def read(text: str, public_url: str) -> Text:
    """Blanks and full-width letters are forgiven, as keyboards for Chinese write them."""
    if len(text) > LONGEST:
        return Text()
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if "://" in plain:
        return _link(plain, public_url)
    if plain.startswith(_OURS):
        return _ours(plain)
    number, digits = plain.upper(), plain.replace("-", "")
    return Text(
        number=number if _NUMBER.fullmatch(number) else "",
        case=case_number_typed(plain) or (plain if _CASE.fullmatch(plain) else ""),
        pickup=digits if _DIGITS.fullmatch(digits) else "",
    )


def receipt_code(case: str) -> str:
    """What a receipt shows as a QR code: it names the case and opens nothing."""
    return f"{_OURS}C:{case}"


def pickup_qr(code: str, token: str) -> str:
    """What a holder shows in place of the nine digits."""
    return f"{_OURS}P:{code}:{token}"


def _ours(plain: str) -> Text:
    if (receipt := _RECEIPT.fullmatch(plain)) is not None:
        return Text(case=receipt[1])
    if (pickup := _PICKUP.fullmatch(plain)) is not None:
        return Text(pickup=pickup[1], token=pickup[2])
    return Text()


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
