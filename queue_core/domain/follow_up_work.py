"""Decisions about follow-ups: contact, verify, rectify, answer, review; sent back once at most."""

from queue_core.domain import refusals
from queue_core.domain.commands import AdvanceFollowUp
from queue_core.domain.events import FollowUpAdvanced, FollowUpClosed, FollowUpEvent, FollowUpSentBack
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_day import HallDay
from queue_core.domain.words import FollowUpAct, FollowUpStage

_WITH_RESULT = frozenset({FollowUpAct.REVIEW, FollowUpAct.REDO})
_STAGE_OF = {
    FollowUpAct.CONTACT: FollowUpStage.CONTACT,
    FollowUpAct.VERIFY: FollowUpStage.VERIFY,
    FollowUpAct.RECTIFY: FollowUpStage.RECTIFY,
    FollowUpAct.ANSWER: FollowUpStage.ANSWER,
    FollowUpAct.REVIEW: FollowUpStage.REVIEW,
    FollowUpAct.REDO: FollowUpStage.REVIEW,
}


def advance(day: HallDay, command: AdvanceFollowUp, now_ms: int) -> tuple[FollowUpEvent, ...]:
    """Each stage in its order. What the citizen said when called back is part of the review."""
    known = _follow_up(day, command.follow_up_id)
    if _STAGE_OF[command.act] is not known.stage:
        raise refusals.WrongStage(known.follow_up_id, known.stage, command.act)
    if (command.result is not None) is not (command.act in _WITH_RESULT):
        raise refusals.ResultNeeded(known.follow_up_id, command.act)
    if command.act is FollowUpAct.REDO and known.is_redone:
        raise refusals.RedoneAlready(known.follow_up_id)
    return (_happened(command, now_ms),)


def _happened(command: AdvanceFollowUp, now_ms: int) -> FollowUpEvent:
    if command.result is None:
        return FollowUpAdvanced(
            at_ms=now_ms,
            follow_up_id=command.follow_up_id,
            supervisor=command.supervisor,
            act=command.act,
            note=command.note,
            sealed_on=command.sealed_on,
        )
    if command.act is FollowUpAct.REVIEW:
        return FollowUpClosed(
            at_ms=now_ms,
            follow_up_id=command.follow_up_id,
            supervisor=command.supervisor,
            result=command.result,
            note=command.note,
            sealed_on=command.sealed_on,
        )
    return FollowUpSentBack(
        at_ms=now_ms,
        follow_up_id=command.follow_up_id,
        supervisor=command.supervisor,
        result=command.result,
        due_on=command.due_on,
        note=command.note,
        sealed_on=command.sealed_on,
    )


def _follow_up(day: HallDay, follow_up_id: int) -> FollowUp:
    known = day.follow_ups.get(follow_up_id)
    if known is None:
        raise refusals.NoSuchFollowUp(follow_up_id)
    return known
