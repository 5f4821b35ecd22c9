"""People who do not exist, as many as a day needs, with the age it wants them to have."""

from datetime import date, timedelta

from sim.world.person import Person, check_digit

_REGION = "440106"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
_GIVEN = ("试一", "试二", "试三", "试四", "试五", "试六", "试七")
_YOUNG_FROM, _YOUNG_DAYS = 60, 40 * 365  # years before the day; then so many days of birth
_OLD_FROM, _OLD_DAYS = 92, 20 * 365
_SEQUENCE_FROM = 100


def holder(index: int, day: date, *, is_old: bool) -> Person:
    """Person number `index`: past their 71st birthday when old, else between 19 and 60 years of age."""
    from_years, days = (_OLD_FROM, _OLD_DAYS) if is_old else (_YOUNG_FROM, _YOUNG_DAYS)
    born = date(day.year - from_years, 1, 1) + timedelta(days=index * 7 % days)
    head = f"{_REGION}{born:%Y%m%d}{_SEQUENCE_FROM + index * 7 // days:03}"
    name = _SURNAMES[index % len(_SURNAMES)] + _GIVEN[index % len(_GIVEN)]
    return Person(name=name, number=head + check_digit(head))
