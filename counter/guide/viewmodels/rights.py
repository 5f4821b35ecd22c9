"""The pages of a number's rights: priority with its proof, and the green channel."""

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.state import Guide
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Layout, Parts
from display.ticket.slip import named
from queue_core.wire.words import PriorityKind, PriorityProof

translate = QCoreApplication.translate


def priority(state: Guide, _: str) -> Parts:
    hall = state.hall
    has_channels = hall is not None and bool(hall.green_channels)
    kinds = [one for one in PriorityKind if one is not PriorityKind.GREEN_CHANNEL or not has_channels]
    choices = [
        Choice(
            name=f"priority-{one.value}",
            text=words.priority_name(one),
            hint=words.proof(one),
            icon="star",
            is_on=state.help.wanted.priority is one,
            press=p.PriorityChosen(kind=one),
        )
        for one in kinds
    ]
    if state.help.wanted.priority is not None:
        choices.append(
            Choice(
                name="priority-none",
                text=translate("Guide", "不用优先"),
                icon="cross",
                press=p.PriorityChosen(kind=None),
            )
        )
    minutes = hall.priority_min if hall else 0
    return Parts(
        layout=Layout.LIST,
        title=translate("Guide", "哪一种优先？"),
        hint=words.fill(translate("Guide", "依法优先，相当于早到 %1 分钟"), minutes),
        choices=tuple(choices),
        is_busy=state.help.asking is not None,
    )


def proof(state: Guide, _: str) -> Parts:
    kind = state.help.kind
    if kind is None:
        return Parts()
    return Parts(
        layout=Layout.MESSAGE,
        icon="star",
        title=words.fill(translate("Guide", "看过证明了吗？%1"), words.priority_name(kind)),
        hint=words.fill(translate("Guide", "凭证：%1。\n大厅会记下是谁核验的。"), words.proof(kind)),
        acts=proof_acts(kind),
        has_main=True,
        is_busy=state.help.asking is not None,
    )


def proof_acts(kind: PriorityKind) -> tuple[Choice, ...]:
    """A disability that is plain to see needs no paper."""
    document = Choice(
        name="proof-document",
        text=translate("Guide", "看过证件，属实"),
        icon="check",
        press=p.ProofSeen(proof=PriorityProof.DOCUMENT),
    )
    eye = Choice(
        name="proof-eye",
        text=translate("Guide", "目视可见，不查证件"),
        icon="person",
        press=p.ProofSeen(proof=PriorityProof.EYE),
    )
    return (document, eye) if kind in {PriorityKind.AGE, PriorityKind.DISABILITY} else (document,)


def channel(state: Guide, language: str) -> Parts:
    hall, wanted = state.hall, state.help.wanted
    choices = [
        Choice(
            name=f"channel-{one.code}",
            text=named(one.names, language),
            hint=words.windows(one.windows),
            icon="forward",
            is_on=wanted.project == one.code,
            press=p.ChannelChosen(code=one.code),
        )
        for one in (hall.green_channels if hall else ())
    ]
    if wanted.project is not None:
        choices.append(
            Choice(
                name="channel-none",
                text=translate("Guide", "不走绿色通道"),
                icon="cross",
                press=p.ChannelChosen(code=None),
            )
        )
    return Parts(
        layout=Layout.LIST,
        title=translate("Guide", "哪个项目？"),
        hint=translate("Guide", "由项目的专窗叫号"),
        choices=tuple(choices),
        is_busy=state.help.asking is not None,
    )
