"""COUNTER.toml."""

from typing import Annotated, Literal

from pydantic import Field

from queue_core.config import PathBeside, Section


class CounterSettings(Section):
    """`windows` are offered at log-in; the hall server decides which of them this counter may use."""

    credential: Annotated[PathBeside, Field(examples=["counter-3.credential"])]
    windows: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1, examples=[[3]])]
    language: Literal["zh-CN", "en"] = "zh-CN"
