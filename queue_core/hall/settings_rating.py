"""The table of hall.toml that is about ratings 好差评."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from queue_core.config import Section, WriteInstead

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40, examples=["slow-service"])]
Names = Annotated[
    dict[str, str], Field(min_length=1, examples=[{'"zh-CN"': "办事效率低"}], description="by language tag")
]
Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=1, le=10_000)]
Percent = Annotated[int, Field(ge=0, le=100)]


class LabelEntry(Section):
    """What may be said beside one of `levels`; the code is what the journal keeps."""

    code: Code
    names: Names
    levels: tuple[Level, ...] = Field(default=(1, 2), min_length=1, examples=[[1, 2]])


def _label(code: str, simplified: str, traditional: str, english: str) -> LabelEntry:
    return LabelEntry(code=code, names={"zh-CN": simplified, "zh-Hant": traditional, "en": english})


LABELS = (
    _label("slow-service", "办事效率低", "辦事效率低", "Slow service"),
    _label("poor-attitude", "服务态度不好", "服務態度不好", "Unfriendly"),
    _label("not-told-at-once", "没有一次性告知", "沒有一次性告知", "Not told everything at once"),
    _label("sent-away", "让我多跑了腿", "讓我多跑了腿", "Sent away for nothing"),
    _label("long-wait", "等候时间太长", "等候時間太長", "Long wait"),
    _label("unclear-way", "指引不清楚", "指引不清楚", "Unclear directions"),
    _label("other", "其他原因", "其他原因", "Something else"),
)


class Suspicious(Section):
    """From when on ratings at a window are flagged; docs/figures.md states the rules."""

    at_once_ms: int = Field(default=1000, ge=0, le=10_000)
    string_count: Count = 5
    string_gap_s: int = Field(default=60, ge=1, le=3600)
    odd_hours_min: int = Field(default=30, ge=0, le=600)
    empty_seat_s: int = Field(default=15, ge=0, le=600)
    nobody_known_s: int = Field(default=60, ge=0, le=3600)
    pad_only_count: Count = 20
    pad_only_elsewhere_percent: Percent = 5
    pattern_count: Count = 20
    pattern_points: Percent = 25
    against_at_window: Count = 10
    against_elsewhere: Count = 5
    against_points: Percent = 40


class RatingEntry(Section):
    """How ratings are asked for, and what low ones lead to.

    With `needs_proof` only a shown ticket, card or phone rates: who pressed a pad cannot be told. By the link
    of the ticket a visit is rated for `late_days` after its day. A rating of one of `low_levels` opens a
    follow-up, to be closed within `follow_up_working_days`.
    """

    needs_proof: bool = False
    late_days: int = Field(default=7, ge=0, le=30)
    low_levels: tuple[Level, ...] = (1, 2)
    follow_up_working_days: int = Field(default=5, ge=1, le=60)
    labels: tuple[LabelEntry, ...] = LABELS
    suspicious: Suspicious = Suspicious()

    @model_validator(mode="after")
    def _labels_once(self) -> Self:
        codes = [each.code for each in self.labels]
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise WriteInstead(f'label "{twice}" is there twice', "give each of the labels its own code")
        return self

    def are_labels_of(self, level: int, codes: tuple[str, ...]) -> bool:
        """Whether all of them may be said beside that level, and each is said once."""
        offered = {each.code for each in self.labels if level in each.levels}
        return offered.issuperset(codes) and len(set(codes)) == len(codes)
