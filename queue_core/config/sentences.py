"""What is wrong and what to write instead, for each kind of mistake pydantic finds."""

import difflib
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_TYPES = {
    "int": ("a whole number", "such as 3, without quotes"),
    "float": ("a number", "such as 1.5, without quotes"),
    "bool": ("true or false", "without quotes"),
    "string": ("text", 'in quotes, such as "…"'),
    "path": ("a path", 'in quotes, such as "data/file"'),
    "tuple": ("a list", "in square brackets, such as [1, 2]"),
    "list": ("a list", "in square brackets, such as [1, 2]"),
    "set": ("a list", "in square brackets, such as [1, 2]"),
    "frozen": ("a list", "in square brackets, such as [1, 2]"),
    "model": ("a table", "such as [name], with its keys below it"),
    "dict": ("a table", "such as [name], with its keys below it"),
    "url": ("a web address", 'such as "https://hall.example.org"'),
    "time": ("a time", "such as 08:30:00, without quotes"),
    "date": ("a date", "such as 2026-01-31, without quotes"),
}
_BOUNDS = {
    "greater_than": ("gt", "greater than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
    "too_short": ("min_length", "at least"),
    "too_long": ("max_length", "at most"),
    "string_too_short": ("min_length", "at least"),
    "string_too_long": ("max_length", "at most"),
}


def sentence(  # noqa: PLR0911 - one answer a kind of mistake reads best as a table
    error: ErrorDetails, model: type[BaseModel]
) -> tuple[str, str]:
    """(what is wrong, what to write instead)."""
    kind, context, location = error["type"], error.get("ctx", {}), error["loc"]
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    match kind:
        case "missing":
            return f"`{key}` is missing", f"add {_example(model, location, key)}"
        case "extra_forbidden":
            return f"`{key}` is not a key of this table", _nearest(model, location, key)
        case "enum" | "literal_error":
            return (
                f"{_shown(error['input'])} is not one of the choices",
                f"write one of {context['expected']}",
            )
        case "value_error" if hasattr(context.get("error"), "remedy"):
            return str(context["error"]), str(context["error"].remedy)
        case _ if kind in _BOUNDS:
            limit, words = _BOUNDS[kind]
            unit = " characters" if kind.startswith("string") else " entries" if "too_" in kind else ""
            return (
                f"{_shown(error['input'])} is out of range",
                f"write a value of {words} {context[limit]}{unit}",
            )
        case "string_pattern_mismatch":
            return (
                f"{_shown(error['input'])} does not have the right form",
                f"write {_example(model, location, key)}",
            )
    expected, form = _TYPES.get(kind.split("_")[0], ("", ""))
    if expected:
        return f"{_shown(error['input'])} is not {expected}", f"write {expected} {form}"
    return error["msg"], f"write {_example(model, location, key)}"


def _shown(value: object) -> str:
    text = repr(value).replace("'", '"')
    return text if len(text) <= 40 else f"{text[:37]}…"  # noqa: PLR2004 - what fits on a line


def _nearest(model: type[BaseModel], location: tuple[str | int, ...], key: str) -> str:
    known = list(getattr(_around(model, location), "model_fields", {}))
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"write `{near[0]}`"
    return "remove the line" + (f"; the keys here are {', '.join(known)}" if known else "")


def _example(model: type[BaseModel], location: tuple[str | int, ...], key: str) -> str:
    """`key = value` from the field's `examples`, with its description."""
    field = getattr(_around(model, location), "model_fields", {}).get(key)
    if field is None:
        return f"`{key} = …`"
    value = _toml(field.examples[0]) if field.examples else "…"
    return f"`{key} = {value}`" + (f" ({field.description})" if field.description else "")


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case Mapping():
            return "{ " + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(_toml(item) for item in value) + "]"
    return str(value)


def _around(model: type[BaseModel], location: tuple[str | int, ...]) -> Any:
    """The model that the last key of `location` belongs to."""
    here: Any = model
    for part in location[:-1]:
        if isinstance(part, str) and part in getattr(here, "model_fields", {}):
            here = _model_in(here.model_fields[part].annotation)
    return here


def _model_in(annotation: Any) -> Any:
    """The model named in `tuple[Model, ...]`, `Model | None`, `dict[str, Model]` …, else the annotation."""
    if get_origin(annotation) is None:
        return annotation
    inner = [_model_in(part) for part in get_args(annotation) if part is not Ellipsis]
    models = [part for part in inner if isinstance(part, type) and issubclass(part, BaseModel)]
    return models[0] if models else annotation
