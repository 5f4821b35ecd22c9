"""Invented people with the other cards a card reader with a security module takes.

Residents from Hong Kong, Macau and Taiwan have a permit whose number is built as everybody's (region 81, 82,
83). Foreigners have the permanent-resident card of 2017, with 15 characters, or that of 2023, whose number is
9, province (2), numeric country (3), birth (8), sequence (3) and the check digit of GB 11643. The check
digit of the older number is of the weights 7, 3, 1 with A as 10 to Z as 35, modulo 10.
"""

from dataclasses import dataclass, replace

from sim.world.person import Person

_WEIGHTS_2017 = (7, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """港澳台居民居住证. `pass_number`: nine places at most; `issue_count`: two digits."""

    person: Person
    pass_number: str
    issue_count: str = "01"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermanentResident2017:
    """`number`: 15 places; `country`: three letters; dates are YYYYMMDD; `authority_code`: four digits."""

    english_name: str
    chinese_name: str
    sex: str
    number: str
    country: str
    birth: str
    valid_from: str = "20200601"
    valid_to: str = "20300601"
    version: str = "01"
    authority_code: str = "4400"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermanentResident2023:
    """`number`: 18 places; `country`: three letters; `former`: three digits that lead to an older number.

    Whether cards have letters or digits in `country` is not settled in public; letters, as on the older card.
    """

    english_name: str
    chinese_name: str
    number: str
    country: str
    renewals: str = "00"
    former: str = "   "
    valid_from: str = "20240601"
    valid_to: str = "20340601"

    @property
    def birth(self) -> str:
        """YYYYMMDD."""
        return self.number[6:14]

    @property
    def sex(self) -> str:
        return "1" if int(self.number[16]) % 2 else "2"


Holder = Person | Permit | PermanentResident2017 | PermanentResident2023


def check_digit_2017(first_14: str) -> str:
    values = (int(place, 36) for place in first_14)
    return str(sum(value * _WEIGHTS_2017[at % 3] for at, value in enumerate(values)) % 10)


def has_right_check_digit_2017(number: str) -> bool:
    is_built_so = len(number) == 15 and number[:3].isascii() and number[:3].isalpha() and number[3:].isdigit()
    return is_built_so and number[14] == check_digit_2017(number[:14])


def with_wrong_check_digit_2017(one: PermanentResident2017) -> PermanentResident2017:
    """The same person after a mistake in the card's personalisation: the last digit does not fit."""
    return replace(one, number=one.number[:14] + str((int(one.number[14]) + 1) % 10))
