"""What the console of the short message service says about an account, as its administrator writes it."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from queue_core.config import PathBeside, Section, WriteInstead
from queue_core.messages.scenes import LANGUAGES, SCENES, SLOTS


class TemplateEntry(Section):
    """A template 短信模板 that was approved: its code, and which slot fills each of its variables."""

    code: str = Field(pattern=r"^[A-Za-z0-9_]{1,40}$", examples=["SMS_154950909"])
    fields: dict[str, str] = Field(default={}, examples=[{"code": "code", "hall": "hall"}])

    @model_validator(mode="after")
    def _known_slots(self) -> Self:
        if unknown := set(self.fields.values()) - SLOTS:
            raise WriteInstead(
                f"no message has the slot {', '.join(sorted(unknown))}", f"use of {', '.join(sorted(SLOTS))}"
            )
        return self


class AliyunSettings(Section):
    """`templates` by scene, or by scene and language, such as `"called"` and `"called.en"`.

    `rate` is how many messages a second are sent, `window` how many may be unanswered. Whether a message
    reached its phone is asked first after `report_after_s`, then ever more seldom.
    """

    endpoint: str = Field(default="https://dysmsapi.aliyuncs.com", pattern=r"^https?://[^/]+$")
    access_key_id: str = Field(min_length=1, max_length=128, examples=["LTAI5tExample"])
    secret_file: PathBeside
    sign_name: str = Field(min_length=2, max_length=40, examples=["示范政务中心"])
    templates: dict[str, TemplateEntry] = Field(
        min_length=1, examples=[{"called": {"code": "SMS_1", "fields": {"number": "number"}}}]
    )
    rate: Annotated[float, Field(gt=0, le=5000)] = 20
    window: Annotated[int, Field(ge=1, le=256)] = 16
    answer_within_s: Annotated[float, Field(ge=0.1, le=60)] = 10
    report_after_s: Annotated[float, Field(ge=0.1, le=3600)] = 15

    @model_validator(mode="after")
    def _known_scenes(self) -> Self:
        for name in self.templates:
            scene, _, language = name.partition(".")
            if scene not in SCENES or language not in {"", *LANGUAGES}:
                raise WriteInstead(
                    f'"{name}" is no message of this hall',
                    f"write one of {', '.join(SCENES)}, perhaps with a language behind a dot",
                )
        return self

    def template(self, scene: str, language: str) -> TemplateEntry | None:
        """In the citizen's language if the hall has one, else in the language it has."""
        return self.templates.get(f"{scene}.{language}") or self.templates.get(scene)
