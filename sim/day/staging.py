"""Which hall, which arrangement, which people: from what was typed to a day that can be played."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sim.day.demand import Ask
from sim.day.house import house_of
from sim.day.playing import Beside, News, Play, Played, play
from sim.day.timetable import DAY, Timetable, read_hall
from sim.errors import BadScenario
from sim.halls.configuration import configuration
from sim.halls.reference import ZIPF, Arrangement, ReferenceHall, reference_hall

VISITORS_A_WINDOW = 46  # of the large reference hall


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """A hall.toml with the people who come to it. `reference` is None for a hall of one's own."""

    title: str
    text: str
    ask: Ask
    times: Timetable
    windows: int
    has_rights: bool
    reference: ReferenceHall | None = None


def staged(hall: str, *, arrangement: Arrangement | None, visitors: int | None, day: date = DAY) -> Staging:
    """`hall` is a reference hall's name or a file. Raises BadScenario."""
    path = Path(hall)
    if path.suffix == ".toml" or path.exists():
        if arrangement is not None:
            raise BadScenario(
                f"{path} says itself which windows serve whom", remedy="Leave out --arrangement."
            )
        return _own(path, visitors, day)
    found = reference_hall(hall)
    return of_reference(found, arrangement or found.recommended, visitors=visitors, day=day)


def of_reference(
    hall: ReferenceHall,
    arrangement: Arrangement,
    *,
    visitors: int | None = None,
    day: date = DAY,
    matters_share: float = 0.0,
) -> Staging:
    text = configuration(hall, arrangement)
    return Staging(
        title=f"{hall.name}, {arrangement}",
        text=text,
        ask=Ask(
            visitors=hall.visitors if visitors is None else visitors,
            categories=hall.department_codes(),
            shares=hall.shares(),
            matters_share=matters_share,
        ),
        times=Timetable.of(read_hall(text), day),
        windows=hall.windows,
        has_rights=arrangement.has_rights,
        reference=hall,
    )


def _own(path: Path, visitors: int | None, day: date) -> Staging:
    """The categories of a hall of one's own are visited by Zipf's law, in the order of the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadScenario(f"{path} cannot be read: {error}") from error
    hall = read_hall(text)
    house = house_of(hall)
    weights = [rank**-ZIPF for rank in range(1, len(house.categories) + 1)]
    return Staging(
        title=house.name,
        text=text,
        ask=Ask(
            visitors=len(house.windows) * VISITORS_A_WINDOW if visitors is None else visitors,
            categories=tuple(house.categories),
            shares=[weight / sum(weights) for weight in weights],
        ),
        times=Timetable.of(hall, day),
        windows=len(house.windows),
        has_rights=True,
    )


def play_staged(
    staging: Staging,
    out: Path,
    *,
    seed: int,
    speed: float = 0.0,
    one_number: bool = True,
    watch: Callable[[News], None] = lambda _: None,
    beside: Beside = lambda _: nullcontext(lambda: None),
) -> Played:
    """Write hall.toml into the folder, play, and leave journal.jsonl beside it."""
    out.mkdir(parents=True, exist_ok=True)
    file = out / "hall.toml"
    file.write_text(staging.text, encoding="utf-8")
    return play(
        Play(
            configuration=file,
            journal=out / "journal.jsonl",
            ask=staging.ask,
            seed=seed,
            times=staging.times,
            has_rights=staging.has_rights,
            one_number=one_number,
            speed=speed,
        ),
        watch,
        beside=beside,
    )
