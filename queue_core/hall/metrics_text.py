"""Metrics in the text format of Prometheus (version 0.0.4), written by hand."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

MEDIA_TYPE = "text/plain; version=0.0.4"
_ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


class Sample(NamedTuple):
    """`suffix` is that of a histogram's parts, such as `_bucket`."""

    value: float
    labels: Mapping[str, str] = {}
    suffix: str = ""


def family(name: str, kind: str, told: str, samples: Iterable[Sample]) -> str:
    """One metric with its samples; `kind` is gauge, counter or histogram. Nothing without samples."""
    lines = [f"{name}{each.suffix}{_labels(each.labels)} {_number(each.value)}\n" for each in samples]
    return f"# HELP {name} {told}\n# TYPE {name} {kind}\n{''.join(lines)}" if lines else ""


def _labels(labels: Mapping[str, str]) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{value.translate(_ESCAPED)}"' for name, value in labels.items()) + "}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
