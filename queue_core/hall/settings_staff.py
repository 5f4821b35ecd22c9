"""The tables of hall.toml that are about staff: their reasons, what they are to reach, green channels."""

from typing import Annotated

from pydantic import Field

from queue_core.config import Section

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40, examples=["lunch"])]
Names = Annotated[
    dict[str, str], Field(min_length=1, examples=[{'"zh-CN"': "用餐"}], description="by language tag")
]
Minutes = Annotated[int, Field(ge=1, le=480)]


class ReasonEntry(Section):
    """What staff choose instead of writing; the code is what the journal keeps."""

    code: Code
    names: Names


def _reason(code: str, simplified: str, traditional: str, english: str) -> ReasonEntry:
    return ReasonEntry(code=code, names={"zh-CN": simplified, "zh-Hant": traditional, "en": english})


PAUSES = (
    _reason("short-break", "短暂休息", "短暫休息", "Short break"),
    _reason("meal", "用餐", "用餐", "Meal"),
    _reason("meeting", "会议", "會議", "Meeting"),
    _reason("paperwork", "整理材料", "整理材料", "Paperwork"),
    _reason("system-trouble", "系统故障", "系統故障", "System trouble"),
)
HOLDS = (
    _reason("photo", "拍照", "拍照", "To take a photo"),
    _reason("copy", "复印", "影印", "To make copies"),
    _reason("form", "填写表格", "填寫表格", "To fill in a form"),
    _reason("payment", "缴费", "繳費", "To pay"),
    _reason("seal", "盖章", "蓋章", "To have it sealed"),
    _reason("document", "补交材料", "補交材料", "To fetch a document"),
)


class Staff(Section):
    """`login_by_card`: a staff card alone logs clerks and guides in. Its serial can be copied."""

    login_by_card: bool = False
    pause_reasons: tuple[ReasonEntry, ...] = PAUSES
    hold_reasons: tuple[ReasonEntry, ...] = HOLDS


class Targets(Section):
    """When supervisors are to be told.

    `wait_min` by class or unit, in opening time: nine in ten should wait no longer; a unit goes before its
    class. `idle_min`: a window is open and free so long while its numbers wait; `pause_min`: a pause whose
    clerk said no time lasts so long; `priority_share_percent`: of today's numbers, with statutory priority.
    """

    wait_min: dict[str, Minutes] = Field(
        default={"consult": 10, "accept": 20, "pickup": 10}, examples=[{"accept": 20}]
    )
    idle_min: int = Field(default=3, ge=1, le=120)
    pause_min: int = Field(default=20, ge=1, le=480)
    priority_share_percent: int = Field(default=20, ge=1, le=100)

    def wait_min_for(self, category: str, ticket_class: str) -> int | None:
        """How long nine in ten should wait at most."""
        return self.wait_min.get(f"{category}/{ticket_class}", self.wait_min.get(ticket_class))


class GreenChannelEntry(Section):
    """绿色通道: a named project whose numbers its own windows call. Staff alone issue them."""

    code: Code = Field(examples=["major-projects"])
    names: Names = Field(examples=[{'"zh-CN"': "重大项目"}])
    windows: tuple[Annotated[int, Field(ge=1, le=999)], ...] = Field(min_length=1, examples=[[6]])
