"""window-screen.toml: the small screen at one window."""

from typing import Annotated, Literal

from pydantic import Field

from queue_core.config import PathBeside, Section


class WindowScreenSettings(Section):
    """`window` is the printed number of the window; English stands below `language`."""

    credential: Annotated[PathBeside, Field(examples=["window-3.credential"])]
    window: Annotated[int, Field(ge=1, examples=[3])]
    language: Literal["zh-CN", "zh-Hant"] = "zh-CN"
    mode: Literal["day", "contrast"] = "day"
    fullscreen: bool = False
