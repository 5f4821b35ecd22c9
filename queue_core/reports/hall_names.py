"""What a hall.toml adds to a report: names, and how long numbers should wait."""

from pathlib import Path

from queue_core.config import load
from queue_core.hall.settings import HallSettings
from queue_core.reports.figures import Targets
from queue_core.reports.naming import Both, Naming


def read_hall(path: Path) -> HallSettings:
    """Raises ConfigErrors."""
    return load(path, HallSettings)


def targets_of(settings: HallSettings) -> Targets:
    """By unit, for those that have one."""
    wanted = {
        f"{category.code}/{each.value}": settings.targets.wait_min_for(category.code, each)
        for category in settings.categories
        for each in category.classes
    }
    return Targets({unit: minutes for unit, minutes in wanted.items() if minutes is not None})


def naming_of(settings: HallSettings) -> Naming:
    return Naming(categories={each.code: _both(each.names) for each in settings.categories})


def _both(names: dict[str, str]) -> Both:
    first = next(iter(names.values()))
    return names.get("zh-CN", first), names.get("en", first)
