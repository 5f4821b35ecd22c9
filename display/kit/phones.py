"""Mobile numbers as they are typed for messages: shown in groups, sent as digits, kept by no front end.

Messages go to mobiles of mainland China alone: of another number nobody must be told that it gets them.
"""

import re

COUNTRY = "86"
MOST_DIGITS = 13
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def phone_digits(text: str) -> str:
    """As typed or scanned, without what makes it readable and without the country's +86."""
    digits = "".join(letter for letter in text if letter.isascii() and letter.isdigit())[:MOST_DIGITS]
    local = digits.removeprefix(COUNTRY)
    return local if _MOBILE.fullmatch(local) else digits


def is_phone(digits: str) -> bool:
    return _MOBILE.fullmatch(digits) is not None


def grouped(digits: str) -> str:
    """138 1234 5678: read back to its owner as it is said."""
    return " ".join(part for part in (digits[:3], digits[3:7], digits[7:]) if part)


def masked(digits: str) -> str:
    """138****5678: enough for its owner to know it, too little for who stands behind."""
    return f"{digits[:3]}****{digits[-4:]}" if digits else ""
