"""The tables of hall.toml that are about messages: carriers, which of them take what, limits, partners."""

import re
from collections import Counter
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from queue_core.config import PathBeside, Section, WriteInstead
from queue_core.messages.aliyun.settings import AliyunSettings
from queue_core.messages.cmpp.settings import CmppSettings
from queue_core.messages.webhook.settings import WebhookSettings
from queue_core.store.message import MessageKind

_QUIET = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$", examples=["cloud"])]
Often = Annotated[int, Field(ge=1, le=1000)]


def _quiet(text: str) -> str:
    if text and _QUIET.fullmatch(text) is None:
        raise WriteInstead(
            f'"{text}" is no stretch of the day', 'write one such as "21:30-07:30", or "" for none'
        )
    return text


class AliyunEntry(AliyunSettings):
    kind: Literal["aliyun"]
    name: Code = "aliyun"


class CmppEntry(CmppSettings):
    kind: Literal["cmpp"]
    name: Code = "cmpp"


class WebhookEntry(WebhookSettings):
    kind: Literal["webhook"]
    name: Code = "webhook"


CarrierEntry = Annotated[AliyunEntry | CmppEntry | WebhookEntry, Field(discriminator="kind")]


class PartnerEntry(Section):
    """合作方: who may tell us something by `POST /hooks/{code}`, signed with the secret in the file.

    `reports_of`: the carrier whose delivery reports it sends.
    """

    code: Code = Field(examples=["fengxiang"])
    secret_file: PathBeside
    names: dict[str, str] = Field(default={}, examples=[{'"zh-CN"': "蜂箱取件柜"}])
    reports_of: Code | None = None


class MessagesEntry(Section):
    """How messages leave the hall, and how often they may.

    `routes` by kind of message: the carriers that take it, the first choice first; other kinds go by all, as
    they stand here. The next one is taken when one is away for `fall_back_after_min`. In quiet hours nothing
    goes out but to who waits right now. To one number go no more than `same_kind_a_minute` of a kind, and
    `an_hour` and `a_day` of all; calls are not counted. A message the far end puts off is given up after so
    many `attempts`. `wording` is a file with the hall's own words.
    """

    signature: str = Field(pattern=r"^[^【】]{2,20}$", examples=["示范政务中心"])
    carriers: tuple[CarrierEntry, ...] = Field(min_length=1)
    routes: dict[MessageKind, tuple[Code, ...]] = Field(default={}, examples=[{"called": ["operator"]}])
    partners: tuple[PartnerEntry, ...] = ()
    quiet: Annotated[str, AfterValidator(_quiet)] = "21:30-07:30"
    wording: PathBeside | None = None
    attempts: int = Field(default=8, ge=1, le=50)
    fall_back_after_min: int = Field(default=10, ge=1, le=24 * 60)
    same_kind_a_minute: Often = 1
    an_hour: Often = 5
    a_day: Often = 10

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        names = [each.name for each in self.carriers]
        _once("carrier", names)
        _once("partner", [each.code for each in self.partners])
        named = {name for route in self.routes.values() for name in route}
        named |= {each.reports_of for each in self.partners if each.reports_of is not None}
        if unknown := named.difference(names):
            raise WriteInstead(
                f"there is no carrier {', '.join(sorted(unknown))}", f"name one of {', '.join(names)}"
            )
        return self

    @property
    def quiet_min(self) -> tuple[int, int]:
        """The minutes of the day from and until which it is quiet; the same twice for never."""
        found = _QUIET.fullmatch(self.quiet)
        if found is None:
            return 0, 0
        hour, minute, until_hour, until_minute = map(int, found.groups())
        return hour * 60 + minute, until_hour * 60 + until_minute

    def route(self, kind: MessageKind) -> tuple[str, ...]:
        return self.routes.get(kind) or tuple(each.name for each in self.carriers)


def _once(what: str, names: list[str]) -> None:
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise WriteInstead(f'{what} "{twice[0]}" is there twice', "give each a name of its own")
