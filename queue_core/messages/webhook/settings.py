"""Where hooks are sent, as the hall's administrator writes it down."""

from typing import Annotated

from pydantic import Field

from queue_core.config import PathBeside, Section


class WebhookSettings(Section):
    """`rate` is how many requests a second go out, `window` how many may be unanswered."""

    url: str = Field(pattern=r"^https?://[^\s?#]+$", examples=["https://wechat.example.org/hooks/paihao"])
    secret_file: PathBeside
    rate: Annotated[float, Field(gt=0, le=5000)] = 20
    window: Annotated[int, Field(ge=1, le=256)] = 16
    answer_within_s: Annotated[float, Field(ge=0.1, le=60)] = 10
