"""PAD.toml."""

from typing import Annotated, Literal

from pydantic import Field

from queue_core.config import PathBeside, Section


class PadSettings(Section):
    """`window` is the printed number of the window the pad stands at.

    `language` is the one it rests in; a rating is asked for in the ticket's. `look` "contrast" is light on
    black.
    """

    credential: Annotated[PathBeside, Field(examples=["pad-3.credential"])]
    window: Annotated[int, Field(ge=1, examples=[3])]
    language: Literal["zh-CN", "zh-Hant", "en"] = "zh-CN"
    look: Literal["day", "contrast"] = "day"
