"""Invented people whose cards are laid on readers.

The check digit is GB 11643-1999 (ISO 7064 MOD 11-2).
"""

from dataclasses import dataclass, replace

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One invented person; texts as they stand on the cards.

    `ethnic` is the two-digit code of GB/T 3304, `valid_from` and `valid_to` are YYYYMMDD (`valid_to` may be
    长期), `card_number` the nine characters of a social security card, `name_extension` what did not fit its
    name record. `phone` stands on no card: it begins with 154, which no operator was given (in 2022).
    """

    name: str
    number: str
    ethnic: str = "01"
    address: str = "广东省广州市黄埔区榕荫路一百号"
    authority: str = "广州市公安局黄埔分局"
    valid_from: str = "20180601"
    valid_to: str = "20380601"
    card_number: str = "P10000001"
    name_extension: str = ""
    phone: str = ""

    @property
    def birth(self) -> str:
        """YYYYMMDD."""
        return self.number[6:14]

    @property
    def region(self) -> str:
        return self.number[:6]

    @property
    def sex(self) -> str:
        """GB/T 2261.1: 1 male, 2 female; the number's 17th digit is odd for men."""
        return "1" if int(self.number[16]) % 2 else "2"


def check_digit(first_17: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_17, strict=True))
    return _CHECK_DIGITS[total % 11]


def has_right_check_digit(number: str) -> bool:
    return len(number) == 18 and number[:17].isdigit() and number[17] == check_digit(number[:17])


def with_wrong_check_digit(person: Person) -> Person:
    """The same person after a mistake in the card's personalisation: the last digit does not fit."""
    right = check_digit(person.number[:17])
    wrong = _CHECK_DIGITS[(_CHECK_DIGITS.index(right) + 1) % 11]
    return replace(person, number=person.number[:17] + wrong)
