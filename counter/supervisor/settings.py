"""SUPERVISOR.toml."""

from typing import Annotated, Literal

from pydantic import Field

from queue_core.config import PathBeside, Section


class SupervisorSettings(Section):
    """`credential` is that of a counter device; who logs in there decides what may be done."""

    credential: Annotated[PathBeside, Field(examples=["supervisor.credential"])]
    language: Literal["zh-CN", "en"] = "zh-CN"
    mode: Literal["day", "contrast"] = "day"
