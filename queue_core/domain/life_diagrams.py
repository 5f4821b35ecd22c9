"""The life cycles as Mermaid state diagrams, drawn from the tables; `docs/life-cycles.md` holds them.

`python -m queue_core.domain.life_diagrams > docs/life-cycles.md` writes the page anew.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from queue_core.domain.events import Event, kind_of
from queue_core.domain.life import (
    APPOINTMENT_LIFE,
    CASE_LIFE,
    DELIVERY_LIFE,
    DOOR_LIFE,
    FOLLOW_UP_LIFE,
    TICKET_LIFE,
    UNLOCKING_LIFE,
    WINDOW_LIFE,
)
from queue_core.domain.words import (
    AppointmentState,
    CaseState,
    DeliveryState,
    DoorCondition,
    FollowUpStage,
    TicketState,
    UnlockingState,
    WindowState,
)

S = TypeVar("S", bound=StrEnum)
Table = Mapping[S, Mapping[type[Event], S | tuple[S, ...]]]

INTRODUCTION = """\
# Life cycles

Drawn from the tables the hall decides by (`queue_core/domain/life.py`); do not edit by hand. An arrow's words
are the events of the journal that lead on. Events that change something without leaving the state are listed
below each diagram."""

TICKET_STATES: dict[TicketState, str] = {
    TicketState.REMOTE: "远程取号: issued to a phone; it waits only from its holder's arrival.",
    TicketState.WAITING: "等候: some window may call it.",
    TicketState.DEFERRED: "顺延: waits, and lets some calls of others pass first.",
    TicketState.CALLED: "叫号: a window has called it; its holder is on the way.",
    TicketState.SERVING: "办理中: its holder is at the window.",
    TicketState.HELD: "挂起: its holder fetches what is missing; the window keeps it.",
    TicketState.ABSENT: "过号: nobody came; it may come back within the time for it.",
    TicketState.FINISHED: "办结: all that was open is done; a result of the same day lets it wait again.",
    TicketState.CANCELLED: "取消: given up by its holder.",
    TicketState.EXPIRED: "失效: missed too often, away too long, or the day ended.",
    TicketState.WITHDRAWN: "作废: never reached its holder.",
}
DELIVERY_STATES: dict[DeliveryState, str] = {
    DeliveryState.ISSUED: "已发号: nobody has it yet.",
    DeliveryState.PRINTING: "打印中: the printer is at work; it may be in a hand already.",
    DeliveryState.PRINTED: "已打印: on paper.",
    DeliveryState.FAILED: "打印失败: the printer said so; printed again, sent to the phone, or withdrawn.",
    DeliveryState.REPRINTED: "已重打: on paper, not for the first time.",
    DeliveryState.PAPERLESS: "无纸: on the holder's phone.",
    DeliveryState.WITHDRAWN: "作废: it reached nobody.",
}
WINDOW_STATES: dict[WindowState, str] = {
    WindowState.CLOSED: "关闭: nobody works there.",
    WindowState.FREE: "空闲: may call the next number.",
    WindowState.PAUSED: "暂停: rests for a stated reason, calls nobody.",
    WindowState.CALLED: "已叫号: waits for the holder of the number it called.",
    WindowState.SERVING: "办理中: serves.",
}
APPOINTMENT_STATES: dict[AppointmentState, str] = {
    AppointmentState.BOOKED: "已预约: the slot is kept.",
    AppointmentState.CHECKED_IN: "已签到: its holder took a number with it.",
    AppointmentState.CANCELLED: "已取消: given back.",
    AppointmentState.MISSED: "爽约: nobody came in time.",
}
CASE_STATES: dict[CaseState, str] = {
    CaseState.ACCEPTED: "已受理: in work.",
    CaseState.READY: "已办结待取: can be collected, and gives a pickup its right.",
    CaseState.HANDED_OVER: "已领取: collected.",
    CaseState.EXPIRED: "逾期未取: its pickup code is good no longer; a window may still hand it over.",
    CaseState.RETURNED: "已退回: back at the department that made it.",
}
UNLOCKING_STATES: dict[UnlockingState, str] = {
    UnlockingState.ASKED: "已请求: journaled; the cabinet is to open the door.",
    UnlockingState.OPEN: "已开门: the door came open by it; it is settled when the door is closed.",
    UnlockingState.UNSURE: "待确认: its end was not seen; somebody must say what is inside.",
    UnlockingState.SETTLED: "已完成: it is known what is inside; for some minutes that may be corrected.",
    UnlockingState.FAILED: "未完成: it changed nothing inside.",
}
DOOR_CONDITIONS: dict[DoorCondition, str] = {
    DoorCondition.UNKNOWN: "未知: its board does not answer, or has told nothing yet.",
    DoorCondition.CLOSED: "关闭: closed.",
    DoorCondition.OPEN: "打开: open; without an unlocking it was forced.",
}
FOLLOW_UP_STATES: dict[FollowUpStage, str] = {
    FollowUpStage.CONTACT: "联系: the citizen is to be asked what happened.",
    FollowUpStage.VERIFY: "核实: what was said is to be checked with the clerk and the records.",
    FollowUpStage.RECTIFY: "整改: what was wrong is to be put right.",
    FollowUpStage.ANSWER: "答复: the citizen is to be told what was done.",
    FollowUpStage.REVIEW: "回访: the citizen is to be called back; sent back once, where it is not settled.",
    FollowUpStage.CLOSED: "已办结: closed, with what the citizen said.",
}


def page() -> str:
    """The whole of `docs/life-cycles.md`."""
    issued = (TicketState.WAITING, TicketState.REMOTE)
    return (
        "\n\n".join(
            (
                INTRODUCTION,
                _section("Ticket 号", TICKET_LIFE, TICKET_STATES, "ticket-issued", issued),
                _section(
                    "Delivery 送达", DELIVERY_LIFE, DELIVERY_STATES, "ticket-issued", (DeliveryState.ISSUED,)
                ),
                _section("Window 窗口", WINDOW_LIFE, WINDOW_STATES, "day-opened", (WindowState.CLOSED,)),
                _section(
                    "Appointment 预约",
                    APPOINTMENT_LIFE,
                    APPOINTMENT_STATES,
                    "appointment-booked",
                    (AppointmentState.BOOKED,),
                ),
                _section("Case 办件", CASE_LIFE, CASE_STATES, "case-accepted", (CaseState.ACCEPTED,)),
                _section(
                    "Unlocking 开门",
                    UNLOCKING_LIFE,
                    UNLOCKING_STATES,
                    "unlocking-asked",
                    (UnlockingState.ASKED,),
                ),
                _section("Door 柜门", DOOR_LIFE, DOOR_CONDITIONS, "day-opened", (DoorCondition.UNKNOWN,)),
                _section(
                    "Follow-up 差评处置",
                    FOLLOW_UP_LIFE,
                    FOLLOW_UP_STATES,
                    "follow-up-opened",
                    (FollowUpStage.CONTACT,),
                ),
            )
        )
        + "\n"
    )


def _section(title: str, table: Table[S], words: Mapping[S, str], first: str, beginnings: Iterable[S]) -> str:
    meanings = [f"| `{state}` | {words[state]} |" for state in table]
    return "\n".join(
        (
            f"## {title}",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *(f"    [*] --> {_id(state)}: {first}" for state in beginnings),
            *_arrows(table),
            "```",
            "",
            *_within(table),
            "| state | meaning |",
            "|---|---|",
            *meanings,
        )
    )


def _arrows(table: Table[S]) -> list[str]:
    lines = []
    for state, row in table.items():
        kinds: dict[S, list[str]] = {}
        for event, leads_to in row.items():
            for after in leads_to if isinstance(leads_to, tuple) else (leads_to,):
                if after is not state:
                    kinds.setdefault(after, []).append(kind_of(event))
        lines += [
            f"    {_id(state)} --> {_id(after)}: {', '.join(sorted(those))}" for after, those in kinds.items()
        ]
        if not kinds:
            lines.append(f"    {_id(state)} --> [*]")
    return lines


def _within(table: Table[S]) -> list[str]:
    """One line a state: what may happen in it without leaving it."""
    lines = []
    for state, row in table.items():
        staying = sorted(
            kind_of(event)
            for event, after in row.items()
            if state in (after if isinstance(after, tuple) else (after,))
        )
        if staying:
            lines.append(f"- within `{state}`: {', '.join(staying)}")
    return [*lines, ""] if lines else []


def _id(state: StrEnum) -> str:
    return state.value.replace("-", "_")


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 the page is what this program makes
