"""A hall server with carriers and partners in its hall.toml: what staff see, and what partners may say."""

import asyncio
import json
import secrets
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from queue_core.client import HallClient, HallRefused
from queue_core.client.staff import StaffClient
from queue_core.client.transport import pinned
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_messages import MessagesEntry
from queue_core.messages.signing import signature
from queue_core.wire.messages import LogIn
from queue_core.wire.outgoing import MessageKind
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.words import Role
from sim.gateways import WebhookReceiver, send_hook
from tests.integration.hall.conftest import PASSWORD, Founded, HallInThread, founded, settings
from tests.integration.messages.house import phone

__all__ = ["founded", "settings"]
SECRET = secrets.token_hex(16)
WITHIN_S = 20.0


@dataclass
class Site:
    hall: HallInThread
    receiver: WebhookReceiver
    supervisor: StaffClient
    gateway: HallClient
    certificate: Path

    async def ready(self, code: str, serial: int) -> None:
        """A finished case, told by the back office."""
        body = {"code": code, "category": "registration", "phone": phone(serial), "is_ready": True}
        answer = await self.ask("POST", "/api/v1/cases", body)
        assert answer.is_success, answer.text

    async def ask(self, method: str, path: str, body: object = None) -> httpx.Response:
        tls = pinned(self.hall.folder.certificate.read_text())
        async with httpx.AsyncClient(base_url=self.hall.url, verify=tls) as http:
            headers = {
                "Authorization": f"Bearer {self.gateway.credential.token}",
                "Idempotency-Key": secrets.token_hex(8),
            }
            return await http.request(method, path, json=body, headers=headers)

    async def hook(self, content: dict[str, object], **how: object) -> tuple[int, str]:
        """As the partner's own program sends it; status, and the code of a refusal."""
        status, body = await asyncio.to_thread(
            send_hook,
            f"{self.hall.url}/hooks/{how.pop('partner', 'fengxiang')}",
            content,
            secret=how.pop("secret", SECRET),
            key=secrets.token_hex(8),
            certificate=self.certificate,
            **how,
        )
        return status, json.loads(body)["code"] if body else ""


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(WITHIN_S):
        while not await holds():  # noqa: ASYNC110 what happens elsewhere sets no event here
            await asyncio.sleep(0.02)


@pytest.fixture
def receiver() -> Iterator[WebhookReceiver]:
    with WebhookReceiver(secret=SECRET) as receiver:
        yield receiver


@pytest.fixture
async def site(tmp_path, settings: HallSettings, founded: Founded, receiver) -> AsyncIterator[Site]:
    secret_file = tmp_path / "secret"
    secret_file.write_text(SECRET)
    secret_file.chmod(0o600)
    wanted = MessagesEntry.model_validate(
        {
            "signature": "示范政务中心",
            "quiet": "",
            "same_kind_a_minute": 10,
            "carriers": [{"kind": "webhook", "url": receiver.address, "secret_file": secret_file}],
            "partners": [
                {"code": "fengxiang", "secret_file": secret_file, "names": {"zh-CN": "蜂箱取件柜"}},
                {"code": "wechat", "secret_file": secret_file, "reports_of": "webhook"},
            ],
        }
    )
    folder = type(founded.folder)(tmp_path / "hall")
    shutil.copytree(founded.folder.path, folder.path)
    hall = HallInThread(folder, settings.model_copy(update={"messages": wanted}), founded.secret)
    hall.start()
    try:
        await hall.administer(lambda server: server.set_password("9001", PASSWORD))
        counter = await hall.enrol(Role.COUNTER, "supervisor's")
        gateway = await hall.enrol(Role.GATEWAY, "back office")
        async with StaffClient(counter) as supervisor, HallClient(gateway) as office:
            await supervisor.log_in(LogIn(clerk="9001", password=PASSWORD, window=None))
            yield Site(hall, receiver, supervisor, office, folder.certificate)
    finally:
        await hall.end_administration()
        await asyncio.to_thread(hall.stop)


async def test_a_message_that_got_stuck_is_seen_by_the_supervisor_and_sent_again(site: Site) -> None:
    site.receiver.fault(refuse_with="422")
    await site.ready("C-1", 1)
    await until(site.supervisor.dead_letters)
    (letter,) = await site.supervisor.dead_letters()
    assert (letter.kind, letter.reason, letter.attempts) == (MessageKind.RESULT_READY, "webhook-422", 1)
    assert set(letter.remedy) == {"zh-CN", "en"}
    assert phone(1) not in repr(letter)

    async def alarmed() -> bool:
        alarms = (await site.supervisor.supervision()).alarms
        return any(each.kind is AlarmKind.DEAD_LETTERS for each in alarms)

    await until(alarmed)
    site.receiver.mend()
    for _ in range(2):  # as if the first answer had been lost
        await site.supervisor.send_again(letter.message_id, key="pressed-once")
    await asyncio.to_thread(site.receiver.wait_for, lambda: len(site.receiver.hooks) == 1, within_s=WITHIN_S)

    async def sent() -> bool:
        return (await site.supervisor.messages()).today == {"sent": 1}

    await until(sent)
    assert await site.supervisor.dead_letters() == ()
    with pytest.raises(HallRefused) as refused:
        await site.supervisor.send_again(letter.message_id)
    assert refused.value.problem.code == "message-not-dead"


async def test_all_that_died_of_a_reason_go_again_at_once_and_each_is_billed_once(site: Site) -> None:
    """The receiver was out of order, in two ways."""
    site.receiver.fault(refuse_with="410")
    await site.ready("C-0", 0)
    await until(site.supervisor.dead_letters)
    site.receiver.fault(refuse_with="422")
    for serial in range(1, 8):
        await site.ready(f"C-{serial}", serial)

    async def died() -> dict[str, int]:
        return {each.reason: each.can_go_again for each in (await site.supervisor.messages()).dead}

    async def all_died() -> bool:
        return await died() == {"webhook-410": 1, "webhook-422": 7}

    await until(all_died)
    site.receiver.mend()
    assert await site.supervisor.send_all_again("webhook-422", key="pressed-once") == 7
    await asyncio.to_thread(site.receiver.wait_for, lambda: len(site.receiver.hooks) == 7, within_s=WITHIN_S)
    assert await site.supervisor.send_all_again("webhook-422", key="pressed-once") == 7  # as if unanswered
    with pytest.raises(HallRefused) as refused:
        await site.supervisor.send_all_again("webhook-422", key="pressed-twice")
    assert refused.value.problem.code == "message-not-dead"
    assert await died() == {"webhook-410": 1}
    assert await site.supervisor.send_all_again("webhook-410") == 1

    async def all_sent() -> bool:
        return (await site.supervisor.messages()).today == {"sent": 8}

    await until(all_sent)
    assert await site.supervisor.dead_letters() == ()
    assert sorted(hook.content["phone"] for hook in site.receiver.hooks) == [phone(n) for n in range(8)]


async def test_a_carrier_that_is_away_is_seen_with_what_waits(site: Site) -> None:
    site.receiver.go_down()
    await site.ready("C-1", 1)

    async def is_away() -> bool:
        told = await site.supervisor.messages()
        return not told.carriers[0].is_up and [each.count for each in told.waiting] == [1]

    await until(is_away)
    (alarm,) = [
        each for each in (await site.supervisor.supervision()).alarms if each.kind is AlarmKind.CARRIER_AWAY
    ]
    assert alarm.subject == "carrier:webhook"
    assert alarm.figures["tried_ms"] >= alarm.since_ms


async def test_a_partner_says_where_a_case_lies_and_that_it_was_collected(site: Site) -> None:
    await site.ready("C-1", 1)
    deposited = {"id": "e-1", "type": "deposited", "case": "C-1", "reference": "B-17"}
    assert await site.hook(deposited) == (204, "")
    later_s = int(time.time()) + 1
    assert await site.hook(deposited, at_s=later_s) == (204, "")  # its answer was lost; the same event
    await asyncio.to_thread(
        site.receiver.wait_for,
        lambda: any(each.content["scene"] == "result-ready-partner" for each in site.receiver.hooks),
        within_s=WITHIN_S,
    )
    collected = {"id": "e-2", "type": "collected", "case": "C-1"}
    assert await site.hook(collected) == (204, "")
    assert await site.hook(collected, at_s=later_s) == (204, "")
    assert await site.hook({**collected, "id": "e-3"}) == (409, "case-not-at-partner")


async def test_a_partner_says_nothing_about_cases_it_has_not(site: Site) -> None:
    await site.ready("C-1", 1)
    for number, said in enumerate(("collected", "expired")):
        hook = {"id": f"e-{number}", "type": said, "case": "C-1"}
        assert await site.hook(hook) == (409, "case-not-at-partner")
    assert await site.hook({"id": "e-9", "type": "deposited", "case": "C-9"}) == (409, "case-not-at-partner")


async def test_tampered_old_and_repeated_hooks_are_refused_counted_and_alarmed(site: Site) -> None:
    await site.ready("C-1", 1)
    hook = {"id": "e-1", "type": "deposited", "case": "C-1", "reference": "B-17"}
    body = json.dumps(hook, ensure_ascii=False).encode()
    now_s = int(time.time())
    once = signature(SECRET, body, now_s)
    tampered = signature(SECRET, body.replace(b"B-17", b"B-18"), now_s)
    assert await site.hook(hook, value=tampered) == (403, "hook-unsigned")
    assert await site.hook(hook, secret="guessed") == (403, "hook-unsigned")
    assert await site.hook(hook, partner="nobody") == (403, "hook-unsigned")
    assert await site.hook(hook, value="") == (204, "")  # signed by the sender itself
    assert await site.hook(hook, at_s=now_s - 301) == (403, "hook-late")
    assert await site.hook(hook, at_s=now_s + 330) == (403, "hook-late")
    fresh = {**hook, "id": "e-2"}
    again = signature(SECRET, json.dumps(fresh, ensure_ascii=False).encode(), now_s)
    assert await site.hook(fresh, value=again) == (204, "")
    assert await site.hook(fresh, value=again) == (409, "hook-repeated")
    assert once != again
    alarms = {
        each.subject: each.figures["count"]
        for each in (await site.supervisor.supervision()).alarms
        if each.kind is AlarmKind.HOOK_REFUSED
    }
    assert alarms == {"partner:fengxiang": 5, "partner:unknown": 1}
    auditor = await site.hall.enrol(Role.AUDITOR, "metrics")
    tls = pinned(site.hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=site.hall.url, verify=tls) as http:
        told = (await http.get("/metrics", headers={"Authorization": f"Bearer {auditor.token}"})).text
    assert 'paihao_hooks_refused_total{partner="fengxiang",reason="hook-unsigned"} 2' in told
    assert 'paihao_carrier_up{carrier="webhook"} 1' in told


async def test_a_carrier_s_reports_come_in_by_hooks(site: Site) -> None:
    await site.ready("C-1", 1)
    await asyncio.to_thread(site.receiver.wait_for, lambda: len(site.receiver.hooks) == 1, within_s=WITHIN_S)
    report = {"id": "r-1", "type": "report", "receipt": site.receiver.hooks[0].key, "delivered": True}
    assert await site.hook(report, partner="fengxiang") == (422, "hook-not-expected")
    assert await site.hook(report, partner="wechat") == (204, "")

    async def delivered() -> bool:
        return (await site.supervisor.messages()).today == {"delivered": 1}

    await until(delivered)
    assert await site.hook({"id": "x"}, partner="wechat") == (400, "invalid-request")
