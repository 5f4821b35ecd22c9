"""Routes of the follow-ups of low ratings: what is to be done, and saying that it was."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import FollowUpStepWanted
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchFollowUp
from queue_core.domain.words import CallBack, FollowUpAct
from queue_core.hall import entering
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.wire import ratings as wire
from queue_core.wire import words
from queue_core.wire.words import Role

_BY_SUPERVISOR = open_for(Role.SUPERVISOR)


class FollowUps(Controller):
    path = "/api/v1/follow-ups"
    tags = ("ratings",)

    @get(opt=_BY_SUPERVISOR)
    async def all_open(self, request: Visit) -> tuple[wire.FollowUp, ...]:
        """List those that are not closed, and those closed today; overdue ones first, then by their date."""

        def look(day: HallDay) -> tuple[str, tuple[FollowUp, ...]]:
            return day.day or "", tuple(day.follow_ups)

        today, found = await request.desk.hall.read(look)
        found = tuple(sorted(found, key=lambda each: (each.is_closed, each.due_on, each.follow_up_id)))
        return tuple(told(each, today, request.desk) for each in found)

    @post("/{follow_up_id:int}/{act:str}", opt=_BY_SUPERVISOR, status_code=200)
    async def act(
        self,
        follow_up_id: FromPath[int],
        act: FromPath[wire.FollowUpAct],
        data: JSONBody[wire.ActOnFollowUp],
        request: Visit,
    ) -> wire.FollowUp:
        """Say that the present stage is done; the review closes it, or sends it back once."""
        wanted = FollowUpStepWanted(
            follow_up_id=follow_up_id,
            act=FollowUpAct(act),
            supervisor=request.asker.name,
            result=None if data.result is None else CallBack(data.result),
            note=entering.note(data.note),
        )
        await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)

        def look(day: HallDay) -> tuple[str, FollowUp | None]:
            return day.day or "", day.follow_ups.get(follow_up_id)

        today, found = await request.desk.hall.read(look)
        if found is None:  # repeated on a later day: it was closed meanwhile
            raise NoSuchFollowUp(follow_up_id)
        return told(found, today, request.desk)


def told(follow_up: FollowUp, today: str, desk: Desk) -> wire.FollowUp:
    """With its notes opened: for supervisors only."""
    notes = desk.hall.disclosure.notes_of(follow_up)
    return wire.FollowUp(
        follow_up_id=follow_up.follow_up_id,
        ticket_id=follow_up.ticket_id,
        number=follow_up.number,
        visited_on=follow_up.visited_on,
        window=follow_up.window,
        clerk=follow_up.clerk,
        clerk_display_name=desk.projection.clerk_name(follow_up.clerk),
        category=follow_up.unit.category,
        ticket_class=words.TicketClass(follow_up.unit.ticket_class),
        matter=follow_up.matter,
        level=follow_up.level,
        labels=follow_up.labels,
        channel=words.RatingChannel(follow_up.channel),
        opened_at_ms=follow_up.opened_at_ms,
        due_on=follow_up.due_on,
        is_overdue=follow_up.is_overdue_on(today),
        stage=wire.FollowUpStage(follow_up.stage),
        is_redone=follow_up.is_redone,
        result=None if follow_up.result is None else wire.CallBack(follow_up.result),
        steps=tuple(
            wire.FollowUpStep(
                act=wire.FollowUpAct(step.act),
                at_ms=step.at_ms,
                supervisor=step.supervisor,
                note=note,
                result=None if step.result is None else wire.CallBack(step.result),
            )
            for step, note in zip(follow_up.steps, notes, strict=True)
        ),
    )
