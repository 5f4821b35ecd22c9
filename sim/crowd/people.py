"""People who do not exist, with numbers that are well formed.

Resident numbers follow GB 11643: region, birth date, sequence, and an ISO 7064 MOD 11-2 check character.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice

_REGION = "440106"
_CHECK = "10X98765432"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = ("试一", "试二", "试三", "试四", "试五", "试六", "试七")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    id_number: str


def check_character(first_seventeen: str) -> str:
    """Return the 18th character. The weight of position i from the right is 2^i mod 11."""
    weighted = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first_seventeen))
    return _CHECK[weighted % 11]


def invented_people(number: int) -> Iterator[Person]:
    """Yield so many different people, always the same ones."""
    return islice(map(_person, count()), number)


def _person(index: int) -> Person:
    born = date(1950, 1, 1) + timedelta(days=index % 20_000)
    head = f"{_REGION}{born:%Y%m%d}{900 + index // 20_000:03}"
    name = _SURNAMES[index % len(_SURNAMES)] + _GIVEN[index % len(_GIVEN)]
    return Person(name=name, id_number=head + check_character(head))
