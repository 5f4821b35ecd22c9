"""A phone takes a number over from the kiosk's screen: once, in two minutes, and paper stays paper."""

import asyncio
from urllib.parse import urlsplit

import httpx
import pytest
from structlog.testing import capture_logs

from queue_core.client import HallRefused
from queue_core.client.credential import pinned
from queue_core.wire.messages import ReportDelivery
from queue_core.wire.words import DeliveryState, Role, WindowAction
from tests.integration.hall.conftest import accept


class Phone:
    """Posts what the page posts. Each has keys of its own."""

    def __init__(self, http: httpx.AsyncClient, name: str) -> None:
        self._http = http
        self._key = f"{name}-claims"

    async def claim(self, url: str, key: str = "") -> httpx.Response:
        address = urlsplit(url)
        body = {"claim": address.fragment.removeprefix("claim.")}
        headers = {"Idempotency-Key": key or self._key}
        return await self._http.post(
            f"/public/tickets{address.path.removeprefix('/t')}/claim", json=body, headers=headers
        )

    async def act(self, url: str, act: str, secret: str) -> httpx.Response:
        path = f"/public/tickets{urlsplit(url).path.removeprefix('/t')}/{act}"
        headers = {"Idempotency-Key": f"{self._key}-{act}"}
        return await self._http.post(path, json={"secret": secret}, headers=headers)


@pytest.fixture
async def phones(hall):
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as http:
        yield Phone(http, "mine"), Phone(http, "another")


@pytest.fixture
async def kiosk(connect):
    return await connect(Role.KIOSK)


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_phone_takes_the_number_over_and_is_its_holder(kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    claim = await kiosk.claim(ticket.ticket_id)
    plain, _, secret = ticket.status_url.partition("#")
    assert claim.url.startswith(f"{plain}#claim.")
    assert secret not in claim.url
    assert 0 < claim.expires_at_ms - ticket.issued_at_ms <= 125_000
    assert not (await kiosk.ticket(ticket.ticket_id)).is_claimed
    claimed = await phone.claim(claim.url)
    assert claimed.status_code == 200, claimed.text
    assert claimed.json()["secret"] == secret
    assert (claimed.json()["ticket"]["number"], claimed.json()["ticket"]["delivery"]) == ("001", "paperless")
    seen = await kiosk.ticket(ticket.ticket_id)
    assert (seen.delivery, seen.is_claimed) == (DeliveryState.PAPERLESS, True)
    assert (await phone.act(claim.url, "cancellation", claimed.json()["secret"])).status_code == 200


async def test_the_phone_whose_reply_was_lost_gets_it_again_and_no_other_does(kiosk, phones) -> None:
    phone, other = phones
    ticket = await kiosk.take_number(accept(1))
    claim = await kiosk.claim(ticket.ticket_id)
    first, again = await phone.claim(claim.url), await phone.claim(claim.url)
    assert first.json() == again.json()
    assert code_of(await other.claim(claim.url)) == (409, "claim-used")
    assert (await phone.claim(claim.url)).status_code == 200


async def test_of_phones_that_race_one_wins(kiosk, phones) -> None:
    ticket = await kiosk.take_number(accept(1))
    claim = await kiosk.claim(ticket.ticket_id)
    answers = await asyncio.gather(*(phones[0].claim(claim.url, f"phone-of-{each}") for each in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert sum("secret" in answer.json() for answer in answers) == 1


async def test_a_new_code_on_the_screen_ends_the_old_one(kiosk, phones) -> None:
    phone, other = phones
    ticket = await kiosk.take_number(accept(1))
    old, new = [await kiosk.claim(ticket.ticket_id) for _ in range(2)]
    assert code_of(await phone.claim(old.url)) == (410, "claim-expired")
    assert (await phone.claim(new.url)).status_code == 200
    newest = await kiosk.claim(ticket.ticket_id)
    assert not (await kiosk.ticket(ticket.ticket_id)).is_claimed
    assert (await other.claim(newest.url)).status_code == 200


async def test_no_claim_outlives_its_number(kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    claim = await kiosk.claim(ticket.ticket_id)
    await kiosk.cancel(ticket.ticket_id)
    assert code_of(await phone.claim(claim.url)) == (410, "claim-expired")
    with pytest.raises(HallRefused) as caught:
        await kiosk.claim(ticket.ticket_id)
    assert caught.value.code == "ticket-ended"


async def test_a_restart_ends_claims_and_the_holders_link_goes_on(hall, kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    claim = await kiosk.claim(ticket.ticket_id)
    hall.stop()
    hall.start()
    assert code_of(await phone.claim(claim.url)) == (410, "claim-expired")
    secret = ticket.status_url.partition("#")[2]
    assert (await phone.act(ticket.status_url, "hold", secret)).status_code == 200


async def test_a_number_on_paper_goes_to_the_phone_as_well_and_stays_on_paper(kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
    claim = await kiosk.claim(ticket.ticket_id)
    claimed = await phone.claim(claim.url)
    assert claimed.json()["secret"] == ticket.status_url.partition("#")[2]
    seen = await kiosk.ticket(ticket.ticket_id)
    assert (seen.delivery, seen.is_claimed) == (DeliveryState.PRINTED, True)
    again = ReportDelivery(outcome=DeliveryState.REPRINTED)
    assert (await kiosk.report_delivery(ticket.ticket_id, again)).delivery is DeliveryState.REPRINTED


async def test_a_number_whose_paper_failed_is_saved_by_the_phone(kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    failed = ReportDelivery(outcome=DeliveryState.FAILED, reason="paper-out")
    await kiosk.report_delivery(ticket.ticket_id, failed)
    await phone.claim((await kiosk.claim(ticket.ticket_id)).url)
    assert (await kiosk.ticket(ticket.ticket_id)).delivery is DeliveryState.PAPERLESS


async def test_a_called_number_may_still_go_to_the_phone(kiosk, clerk_at, phones) -> None:
    phone, _ = phones
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    ticket = await kiosk.take_number(accept(1))
    await counter.act(1, WindowAction.CALL_NEXT)
    claimed = await phone.claim((await kiosk.claim(ticket.ticket_id)).url)
    assert (claimed.json()["ticket"]["state"], claimed.json()["ticket"]["window"]) == ("called", 1)


async def test_guesses_get_nothing_and_do_not_lock_the_holder_out(kiosk, phones) -> None:
    phone, _ = phones
    ticket = await kiosk.take_number(accept(1))
    await kiosk.claim(ticket.ticket_id)
    guess = ticket.status_url.partition("#")[0] + "#claim.guess"
    answers = [(await phone.claim(guess)).status_code for _ in range(21)]
    assert answers == [410] * 20 + [429]
    secret = ticket.status_url.partition("#")[2]
    assert (await phone.act(ticket.status_url, "hold", secret)).status_code == 200
    nobody = await phone.claim(ticket.status_url.replace(ticket.reference, "AAAAAAAAAAAA"))
    assert code_of(nobody) == (404, "no-such-ticket")


async def test_only_kiosks_and_staff_at_the_entrance_make_claims(kiosk, connect, clerk_at) -> None:
    ticket = await kiosk.take_number(accept(1))
    for other in (await connect(Role.WALL), await clerk_at(1)):
        with pytest.raises(HallRefused) as caught:
            await other.claim(ticket.ticket_id)
        assert caught.value.code == "forbidden"
    with pytest.raises(HallRefused) as caught:
        await kiosk.claim(99)
    assert caught.value.code == "no-such-ticket"


async def test_no_claim_is_in_a_log_or_in_the_journal(hall, kiosk, phones) -> None:
    phone, other = phones
    ticket = await kiosk.take_number(accept(1))
    with capture_logs() as logs:
        claim = await kiosk.claim(ticket.ticket_id)
        await phone.claim(claim.url)
        await other.claim(claim.url)
    token, secret = claim.url.partition("#claim.")[2], ticket.status_url.partition("#")[2]
    assert [each["status"] for each in logs] == [201, 200, 409]
    assert not any(each in repr(logs) for each in (token, secret, ticket.reference))
    files = [each.read_bytes() for each in hall.folder.path.iterdir() if each.is_file()]
    assert not any(each.encode() in content for each in (token, secret) for content in files)
    assert files
