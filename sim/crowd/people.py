"""Any number of people who do not exist, with numbers that are well formed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from sim.world.person import Person, check_digit

_REGION = "440106"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = ("试一", "试二", "试三", "试四", "试五", "试六", "试七")


def invented_people(number: int, *, after: int = 0) -> Iterator[Person]:
    """Yield so many different people, always the same ones, leaving out the first `after`.

    There are two million of them.
    """
    return islice(map(_person, count(after)), number)


def _person(index: int) -> Person:
    born = date(1950, 1, 1) + timedelta(days=index % 20_000)
    head = f"{_REGION}{born:%Y%m%d}{900 + index // 20_000:03}"
    name = _SURNAMES[index % len(_SURNAMES)] + _GIVEN[index % len(_GIVEN)]
    return Person(name=name, number=head + check_digit(head))
