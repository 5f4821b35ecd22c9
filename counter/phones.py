"""Phone numbers as they are typed for messages: shown in groups, sent as digits, kept by no front end."""

MOBILE_DIGITS = 11
LEAST_DIGITS, MOST_DIGITS = 8, 15


def phone_digits(text: str) -> str:
    """As typed or scanned, without what makes it readable."""
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())[:MOST_DIGITS]


def is_phone(digits: str) -> bool:
    """A mobile of the mainland has eleven digits from 1 on; others, such as Hong Kong's, eight or more."""
    if digits.startswith("1"):
        return len(digits) == MOBILE_DIGITS
    return LEAST_DIGITS <= len(digits) <= MOST_DIGITS


def grouped(digits: str) -> str:
    """138 1234 5678, or by fours: read back to its owner as it is said."""
    if digits.startswith("1"):
        parts = [digits[:3], digits[3:7], digits[7:]]
    else:
        parts = [digits[at : at + 4] for at in range(0, len(digits), 4)]
    return " ".join(part for part in parts if part)
