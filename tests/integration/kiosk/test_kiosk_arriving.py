"""A number from afar begins to wait when its holder says so at the kiosk."""

from msgspec.structs import replace

from kiosk.flow.effects import Arrival, Change, Take
from kiosk.flow.events import NumberTaken, TicketChanged
from kiosk.flow.visit import Decision, Way
from queue_core.client.transport import new_key
from queue_core.wire.words import TicketState
from tests.integration.hall.conftest import accept


async def test_a_number_from_afar_waits_from_the_arrival_of_its_holder(crew_of) -> None:
    crew = await crew_of()
    request = replace(accept(1), is_remote=True)
    await crew.perform(Take(visit_id=1, decision=Decision(key=new_key(), request=request), way=Way.PHONE))
    ticket = (await crew.heard.first(NumberTaken)).ticket
    assert ticket.state is TicketState.REMOTE
    arriving = Change(visit_id=1, ticket_id=ticket.ticket_id, change=Arrival(), key=new_key())
    for _ in range(2):
        crew.heard.forget()
        await crew.perform(arriving)
        arrived = (await crew.heard.first(TicketChanged)).ticket
        assert (arrived.state, arrived.number) == (TicketState.WAITING, ticket.number)
