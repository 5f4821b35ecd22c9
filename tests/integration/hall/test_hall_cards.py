"""Cards beside the residents' own take numbers like these."""

import pytest

from queue_core.client import HallRefused
from queue_core.wire.messages import CardHolder, TakeNumber
from queue_core.wire.words import CardKind, Role, TicketClass, WindowAction

SPECIMEN_2023 = "932682198501010017"  # published by the National Immigration Administration


@pytest.mark.parametrize(
    ("number", "card", "masked"),
    [
        ("DEU440190030712", CardKind.PERMANENT_RESIDENCE, "DEU********0712"),
        (SPECIMEN_2023, CardKind.PERMANENT_RESIDENCE, "932***********0017"),
        ("810000199003071237", CardKind.RESIDENCE_PERMIT, "810***********1237"),
    ],
)
async def test_a_holder_takes_one_number_and_is_called_by_name(
    connect, clerk_at, number: str, card: CardKind, masked: str
) -> None:
    holder = CardHolder(name="ANNA 安娜", id_number=number, card=card)
    wanted = TakeNumber(ticket_class=TicketClass.ACCEPT, category="registration", holder=holder)
    kiosk = await connect(Role.KIOSK)
    assert (await kiosk.take_number(wanted)).number == "001"
    with pytest.raises(HallRefused) as refused:
        await kiosk.take_number(wanted)
    assert refused.value.code == "already-waiting"

    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    called = await counter.act(1, WindowAction.CALL_NEXT)
    assert called.ticket is not None
    assert called.ticket.holder is not None
    assert (called.ticket.holder.name, called.ticket.holder.masked_id_number) == ("ANNA 安娜", masked)
