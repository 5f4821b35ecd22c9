"""hall.toml: what a hall is, as its operator writes it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from queue_core.config import Contradiction, PathBeside, Section, WriteInstead
from queue_core.wire.words import TicketClass

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", examples=["registration"])]
Names = Annotated[
    dict[str, str], Field(min_length=1, examples=[{'"zh-CN"': "注册登记"}], description="by language tag")
]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WriteInstead(f'"{name}" is not a time zone', 'write one such as "Asia/Shanghai"') from error
    return name


def web_address(address: str) -> str:
    """The address itself. Raises WriteInstead."""
    if not address.startswith(("https://", "http://")) or address.endswith("/"):
        raise WriteInstead(
            f'"{address}" is not an address of a server',
            'write one such as "https://hall.example.org", without a slash at the end',
        )
    return address


class Tickets(Section):
    number_digits: int = Field(default=3, ge=2, le=6)
    undelivered_within_s: int = Field(default=90, ge=5, le=3600)
    anonymous: tuple[TicketClass, ...] = ()


class Policy(Section):
    calls_before_no_show: int = Field(default=3, ge=1, le=10)
    rating_within_s: int = Field(default=120, ge=5, le=3600)


class CategoryEntry(Section):
    code: Code
    names: Names
    classes: tuple[TicketClass, ...] = Field(min_length=1, examples=[["accept", "consult", "pickup"]])


class WindowEntry(Section):
    number: int = Field(ge=1, le=999, examples=[3])
    categories: tuple[str, ...] = Field(default=(), examples=[["registration"]])
    all_skill: bool = False

    @model_validator(mode="after")
    def _serves_something(self) -> Self:
        if self.all_skill == bool(self.categories):
            raise WriteInstead(
                f"window {self.number} needs either categories or all_skill",
                'write `categories = ["…"]` or `all_skill = true`',
            )
        return self


class ClerkEntry(Section):
    number: str = Field(pattern=r"^[A-Za-z0-9-]{1,20}$", examples=["1001"])
    name: str = Field(min_length=1, max_length=40, examples=["林晓岚"])


class HallSettings(Section):
    names: Names
    public_url: Annotated[str, AfterValidator(web_address)] = Field(examples=["https://hall.example.org"])
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Shanghai"
    host_names: tuple[str, ...] = ()
    phone_page: PathBeside | None = None
    tickets: Tickets = Tickets()
    policy: Policy = Policy()
    categories: tuple[CategoryEntry, ...] = Field(min_length=1)
    windows: tuple[WindowEntry, ...] = Field(min_length=1)
    clerks: tuple[ClerkEntry, ...] = ()

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterator[Contradiction]:
        """Twins, windows that serve a category which is not there, categories that no window serves."""
        yield from _twins(document, "categories", "code")
        yield from _twins(document, "windows", "number")
        yield from _twins(document, "clerks", "number")
        yield from _strange(document) or _unserved(document)


def _strange(document: Mapping[str, Any]) -> list[Contradiction]:
    known = [entry.get("code") for _, entry in _entries(document, "categories")]
    return [
        Contradiction(
            location=("windows", index, "categories"),
            problem=f'"{code}" is no category of this hall',
            remedy=f"write one of {', '.join(map(str, known))}",
        )
        for index, window in _entries(document, "windows")
        for code in _listed(window)
        if code not in known
    ]


def _unserved(document: Mapping[str, Any]) -> Iterator[Contradiction]:
    """A kiosk would offer such a category, and the hall refuse every number for it."""
    windows = [window for _, window in _entries(document, "windows")]
    if not windows or any(window.get("all_skill") for window in windows):
        return
    served = [code for window in windows for code in _listed(window)]
    for index, category in _entries(document, "categories"):
        code = category.get("code")
        if code is not None and code not in served:
            yield Contradiction(
                location=("categories", index, "code"),
                problem=f'no window serves "{code}"',
                remedy=f'add "{code}" to the categories of a window, or remove it here',
            )


def _listed(window: Mapping[str, Any]) -> list[Any]:
    categories = window.get("categories", ())
    return categories if isinstance(categories, list) else []


def _entries(document: Mapping[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of an array of tables, of a document that may hold anything."""
    entries = document.get(name, ())
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield index, entry


def _twins(document: Mapping[str, Any], name: str, key: str) -> Iterator[Contradiction]:
    seen: list[object] = []
    for index, entry in _entries(document, name):
        value = entry.get(key)
        if value is not None and value in seen:
            yield Contradiction(
                location=(name, index, key),
                problem=f"{value!r} is there twice".replace("'", '"'),
                remedy=f"give each of the {name} its own {key}",
            )
        seen.append(value)
