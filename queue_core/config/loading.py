"""Reading one TOML file into one model."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails

from queue_core.config.errors import ConfigErrors, Mistake
from queue_core.config.lines import KeyPath, key_lines, line_of
from queue_core.config.sentences import sentence


class Section(BaseModel):
    """A table of a configuration file: unknown keys are mistakes, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable["Contradiction"]:  # noqa: ARG003
        """Mistakes between keys. Asked of the whole file's model, and for a file that has other mistakes too.

        So `document` is as written: nothing in it has been checked.
        """
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two places of a file that do not go together; `location` is the one to change."""

    location: KeyPath
    problem: str
    remedy: str


class WriteInstead(ValueError):
    """Raised by a model's own validators: what is wrong, and what to write instead."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


def _beside(path: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", Path())
    return Path(folder, path.expanduser())


PathBeside = Annotated[Path, AfterValidator(_beside)]
"""A path that the file gives relative to itself."""

Model = TypeVar("Model", bound=BaseModel)


def load(path: Path, model: type[Model]) -> Model:
    """The file as `model`. Raises ConfigErrors with every mistake, or with why the file cannot be read."""
    text = _read(path)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigErrors(path, (_syntax(error, text),)) from error
    lines = key_lines(text)
    between = [
        Mistake(
            line=line_of(found.location, lines),
            key=_dotted(found.location),
            problem=found.problem,
            remedy=found.remedy,
        )
        for found in _contradictions(model, document)
    ]
    try:
        loaded = model.model_validate(document, context={"folder": path.parent})
    except ValidationError as error:
        raise ConfigErrors(path, (*_mistakes(error, model, lines), *between)) from error
    if between:
        raise ConfigErrors(path, tuple(between))
    return loaded


def _contradictions(model: type[BaseModel], document: Mapping[str, Any]) -> Iterable[Contradiction]:
    return model.contradictions(document) if issubclass(model, Section) else ()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        mistake = Mistake(line=0, key="", problem="there is no such file", remedy="check the path")
        raise ConfigErrors(path, (mistake,)) from error
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        mistake = Mistake(line=0, key="", problem=problem, remedy="name a file that you may read")
        raise ConfigErrors(path, (mistake,)) from error
    except UnicodeDecodeError as error:
        mistake = Mistake(line=0, key="", problem="is not UTF-8 text", remedy="save it as UTF-8 (not GBK)")
        raise ConfigErrors(path, (mistake,)) from error


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> Mistake:
    found = re.search(r"line (\d+)", str(error))
    line = int(found.group(1)) if found else text.count("\n") + 1
    problem = re.sub(r" \(at .*\)$", "", str(error))
    remedy = 'write `key = value` with text in quotes, or a table header such as "[policy]"'
    return Mistake(line=line, key="", problem=f"is not TOML here: {problem}", remedy=remedy)


def _mistakes(error: ValidationError, model: type[BaseModel], lines: dict[KeyPath, int]) -> list[Mistake]:
    mistakes = []
    for detail in error.errors(include_url=False):
        if _follows_from_another(detail):
            continue
        problem, remedy = sentence(detail, model)
        location = detail["loc"]
        mistakes.append(
            Mistake(line=line_of(location, lines), key=_dotted(location), problem=problem, remedy=remedy)
        )
    return mistakes


def _follows_from_another(detail: ErrorDetails) -> bool:
    """Pydantic counts only the good entries of a list, and then finds the list too short as well."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _dotted(location: KeyPath) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
