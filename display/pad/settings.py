"""PAD.toml."""

from typing import Annotated, Literal

from pydantic import Field

from queue_core.config import PathBeside, Section


class PadSettings(Section):
    """`window` is the printed number of the window the pad stands at."""

    credential: Annotated[PathBeside, Field(examples=["pad-3.credential"])]
    window: Annotated[int, Field(ge=1, examples=[3])]
    language: Literal["zh-CN", "en"] = "zh-CN"
