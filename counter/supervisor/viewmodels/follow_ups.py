"""Follow-ups of low ratings: contact, verify, rectify, answer, review, by a day. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from counter.supervisor.viewmodels.ratings import label_words, level_word
from queue_core.wire.ratings import CallBack, FollowUp, FollowUpAct, FollowUpStage, FollowUpStep

translate = QCoreApplication.translate
STAGES = (
    FollowUpStage.CONTACT,
    FollowUpStage.VERIFY,
    FollowUpStage.RECTIFY,
    FollowUpStage.ANSWER,
    FollowUpStage.REVIEW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpProps:
    follow_up_id: int
    title: str
    detail: str
    stage: str
    due: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProps:
    text: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweringProps:
    """The follow-up that is open. `current` counts the stages done; `act` is the next, empty when closed."""

    follow_up_id: int = 0
    title: str = ""
    detail: str = ""
    due: str = ""
    tone: str = ""
    current: int = 0
    steps: tuple[StepProps, ...] = ()
    act: str = ""
    says: str = ""
    confirm: str = ""
    needs_result: bool = False
    may_redo: bool = False


def follow_ups(state: Duty, language: str) -> tuple[FollowUpProps, ...]:
    return tuple(row(state, one, language) for one in state.follow_ups)


def row(state: Duty, one: FollowUp, language: str) -> FollowUpProps:
    return FollowUpProps(
        follow_up_id=one.follow_up_id,
        title=title(one),
        detail=detail(state, one, language),
        stage=stage_word(one.stage),
        due=due(one),
        tone=tone(one),
    )


def title(one: FollowUp) -> str:
    where = translate("Supervisor", "{window} 号窗口").format(window=one.window)
    return " · ".join((one.number, where, level_word(one.level)))


def detail(state: Duty, one: FollowUp, language: str) -> str:
    what = naming.unit(state.hall, one.category, one.ticket_class, language)
    parts = (one.visited_on, what, one.clerk_display_name or "", label_words(state, one, language))
    return " · ".join(filter(None, parts))


def due(one: FollowUp) -> str:
    if one.stage is FollowUpStage.CLOSED:
        return translate("Ratings", "已结案")
    if one.is_overdue:
        return translate("Ratings", "超期，应于 {day}").format(day=one.due_on)
    return translate("Ratings", "{day} 前").format(day=one.due_on)


def tone(one: FollowUp) -> str:
    if one.stage is FollowUpStage.CLOSED:
        return "good"
    return "bad" if one.is_overdue else "none"


def answering(state: Duty, language: str) -> AnsweringProps:
    one = state.answered_for
    if one is None:
        return AnsweringProps()
    is_closed = one.stage is FollowUpStage.CLOSED
    is_review = one.stage is FollowUpStage.REVIEW
    return AnsweringProps(
        follow_up_id=one.follow_up_id,
        title=title(one),
        detail=detail(state, one, language),
        due=due(one),
        tone=tone(one),
        current=len(STAGES) if is_closed else STAGES.index(one.stage),
        steps=tuple(step(state, each) for each in one.steps),
        act="" if is_closed else one.stage.value,
        says="" if is_closed else SAYS[one.stage](),
        confirm="" if is_closed else CONFIRMS[one.stage](),
        needs_result=is_review,
        may_redo=is_review and not one.is_redone,
    )


def step(state: Duty, one: FollowUpStep) -> StepProps:
    at = naming.on_day(one.at_ms, naming.zone_of(state.hall))
    result = RESULTS[one.result]() if one.result else ""
    return StepProps(
        text=" · ".join(filter(None, (act_word(one.act), one.supervisor, at, result))), note=one.note or ""
    )


def act_word(act: FollowUpAct) -> str:
    if act is FollowUpAct.REDO:
        return translate("Ratings", "重办")
    return stage_word(FollowUpStage(act.value))


def stage_word(stage: FollowUpStage) -> str:
    return WORDS[stage]()


WORDS = {
    FollowUpStage.CONTACT: lambda: translate("Ratings", "联系"),
    FollowUpStage.VERIFY: lambda: translate("Ratings", "核实"),
    FollowUpStage.RECTIFY: lambda: translate("Ratings", "整改"),
    FollowUpStage.ANSWER: lambda: translate("Ratings", "答复"),
    FollowUpStage.REVIEW: lambda: translate("Ratings", "回访"),
    FollowUpStage.CLOSED: lambda: translate("Ratings", "结案"),
}
SAYS = {
    FollowUpStage.CONTACT: lambda: translate("Ratings", "联系办事人，听听哪里不满意，记下时间和要点。"),
    FollowUpStage.VERIFY: lambda: translate("Ratings", "向窗口核实经过，看看属实不属实。"),
    FollowUpStage.RECTIFY: lambda: translate("Ratings", "写下改了什么；误评也写明。"),
    FollowUpStage.ANSWER: lambda: translate("Ratings", "把结果告诉办事人，记下怎样答复的。"),
    FollowUpStage.REVIEW: lambda: translate(
        "Ratings", "回访：办事人现在满意吗？选一个结果后结案；不满意可以重办一次。"
    ),
}
CONFIRMS = {
    FollowUpStage.CONTACT: lambda: translate("Ratings", "已联系"),
    FollowUpStage.VERIFY: lambda: translate("Ratings", "已核实"),
    FollowUpStage.RECTIFY: lambda: translate("Ratings", "已整改"),
    FollowUpStage.ANSWER: lambda: translate("Ratings", "已答复"),
    FollowUpStage.REVIEW: lambda: translate("Ratings", "结案"),
}
RESULTS = {
    CallBack.SATISFIED: lambda: translate("Ratings", "满意"),
    CallBack.NOT_SATISFIED: lambda: translate("Ratings", "仍不满意"),
    CallBack.NOT_REACHED: lambda: translate("Ratings", "联系不上"),
}
