"""What an operator's papers say about an account, as the hall's administrator writes it down."""

from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from queue_core.config import PathBeside, Section, WriteInstead


class TextCoding(StrEnum):
    """GBK 国标扩展码 only for a gateway that wants it; what it cannot write goes as UCS-2 all the same."""

    UCS2 = "ucs-2"
    GBK = "gbk"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WriteInstead(f'"{name}" is not a time zone', 'write one such as "Asia/Shanghai"') from error
    return name


SourceAddress = Annotated[str, Field(pattern=r"^[!-~]{6}$", examples=["901234"])]
ServiceId = Annotated[str, Field(pattern=r"^[!-~]{1,10}$", examples=["ZWDT"])]
Sender = Annotated[str, Field(pattern=r"^[0-9]{3,21}$", examples=["106590001"])]


class CmppSettings(Section):
    """`source_address` is the account 企业代码 (SP_Id), `sender` the number that phones show 接入号 (Src_Id).

    `rate` is how many short messages a second the operator takes, `window` how many may be unanswered. A
    line that was idle for `keep_alive_s` is tested; what is not answered within `answer_within_s` is said
    again, up to `attempts` times in all. `timezone` is the operator's.
    """

    host: Annotated[str, Field(min_length=1)]
    port: Annotated[int, Field(ge=1, le=65535)] = 7890
    source_address: SourceAddress
    secret_file: PathBeside
    service_id: ServiceId
    sender: Sender
    text: TextCoding = TextCoding.UCS2
    rate: Annotated[float, Field(gt=0, le=10_000)] = 20
    window: Annotated[int, Field(ge=1, le=1024)] = 16
    keep_alive_s: Annotated[float, Field(gt=0, le=3600)] = 180
    answer_within_s: Annotated[float, Field(gt=0, le=3600)] = 60
    attempts: Annotated[int, Field(ge=1, le=10)] = 3
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Shanghai"
