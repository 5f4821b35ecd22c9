"""The hall.toml of a reference hall, written so that a person can read it and the hall server takes it."""

import json
import math

from sim.halls.reference import CLASSES, Arrangement, ReferenceHall

SESSIONS = ("08:30-12:00", "13:30-17:00")
HALF_HOURS = 14
APPOINTMENT_SHARE = 0.25
SPARE_PLACES = 2
GUIDE, FIRST_CLERK = "guide-1", 1001
_THREE_DIGITS = 900
_ZONE_NAMES = "ABCDEFGH"


def configuration(hall: ReferenceHall, arrangement: Arrangement) -> str:
    """The file as text. Windows are pressed by clerks, and each has one of its own."""
    return (
        "\n\n".join(
            [
                _heading(hall, arrangement),
                'public_url = "https://127.0.0.1:8443"\ntimezone = "Asia/Shanghai"',
                f'[names]\n"zh-CN" = {_text(f"模拟大厅 {hall.name}")}\n"en" = {_text(f"Hall {hall.name}")}',
                f"[tickets]\nnumber_digits = {3 if hall.visitors <= _THREE_DIGITS else 4}",
                _policy(arrangement),
                _hours(),
                *(_category(code, hall.zone_of()[code]) for code in hall.department_codes()),
                *(_slots(hall) if arrangement.has_rights else ()),
                *(_window(number, codes) for number, codes in enumerate(hall.profiles(arrangement), start=1)),
                *(_clerk(str(FIRST_CLERK + at), f"窗口{at + 1}") for at in range(hall.windows)),
                f'[[clerks]]\nnumber = "{GUIDE}"\nname = "导办"\nrole = "guide"',
            ]
        )
        + "\n"
    )


def slot_capacity(hall: ReferenceHall, share: float) -> int:
    """Places of a department in each half hour: what the appointments need, and two to spare."""
    return math.ceil(hall.visitors * APPOINTMENT_SHARE * share / HALF_HOURS) + SPARE_PLACES


def _heading(hall: ReferenceHall, arrangement: Arrangement) -> str:
    return (
        f"# {hall.title}: {hall.visitors} visitors a day, {hall.windows} windows, "
        f"{hall.departments} departments in {hall.zones} zones.\n"
        f"# Windows arranged as {arrangement}. Written by `paihao-sim day`; all of it is invented."
    )


def _policy(arrangement: Arrangement) -> str:
    head_starts = (60, 45, 10) if arrangement.has_rights else (0, 0, 0)
    names = ("appointment", "priority", "pickup")
    return "\n".join(
        [
            "[policy]",
            'calls = "pressed"',
            *(f"{name}_head_start_min = {each}" for name, each in zip(names, head_starts, strict=True)),
        ]
    )


def _hours() -> str:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    sessions = ", ".join(map(_text, SESSIONS))
    return "\n".join(["[hours]", *(f"{day} = [{sessions}]" for day in days)])


def _category(code: str, zone: int) -> str:
    number = code.rpartition("-")[2]
    names = f'{{ "zh-CN" = {_text(f"{number}部门")}, "en" = {_text(f"Department {number}")} }}'
    classes = ", ".join(map(_text, CLASSES))
    return (
        f"[[categories]]  # zone {_ZONE_NAMES[zone]}\ncode = {_text(code)}\nnames = {names}\n"
        f"classes = [{classes}]"
    )


def _slots(hall: ReferenceHall) -> list[str]:
    return [
        f"[[slots]]\ncategory = {_text(code)}\ncapacity = {slot_capacity(hall, share)}\n"
        "sizes = { accept = 1, consult = 1, pickup = 1 }"
        for code, share in zip(hall.department_codes(), hall.shares(), strict=True)
    ]


def _window(number: int, codes: tuple[str, ...]) -> str:
    serves = f"categories = [{', '.join(map(_text, codes))}]" if codes else "all_skill = true"
    return f"[[windows]]\nnumber = {number}\n{serves}"


def _clerk(number: str, name: str) -> str:
    return f"[[clerks]]\nnumber = {_text(number)}\nname = {_text(name)}"


def _text(text: str) -> str:
    """A TOML basic string; JSON's is one."""
    return json.dumps(text, ensure_ascii=False)
