"""E-cards: a code before the scanner, an issuer who knows whose it is, and an ID number for the hall."""

import pytest
from structlog.testing import capture_logs

from drivers.contract.events import CodeKind
from kiosk.backstage.crew import Furnishing
from kiosk.backstage.e_cards import HttpVerifier, trust
from kiosk.flow.effects import AskPreview, VerifyCode
from kiosk.flow.events import CardFailed, CardRead, CodeScanned, PreviewSeen, ScannerSeen
from queue_core.wire.messages import TakeNumber
from queue_core.wire.words import CardKind, TicketClass
from sim.rig.issuer import Issuer
from sim.rig.scanners import PtyScanner
from tests.integration.hall.conftest import id_number

CODE = "4243754826492874240001130000"  # the published specimen of 医保电子凭证
TOKEN = "issuer-token-of-kiosk-1"


@pytest.fixture
def issuer(tmp_path):
    with Issuer(folder=tmp_path, token=TOKEN) as issuer:
        issuer.give(CODE, name="测试七", id_number=id_number(7))
        yield issuer


@pytest.fixture
def scanner(tmp_path):
    with PtyScanner(link=tmp_path / "ttyACM0") as scanner:
        yield scanner


def furnished(issuer: Issuer, token: str = TOKEN) -> Furnishing:
    return Furnishing(verifier=HttpVerifier(issuer.address, token, trust(issuer.root)))


async def failure(crew) -> str:
    await crew.perform(VerifyCode(visit_id=1, text=CODE))
    return (await crew.heard.first(CardFailed)).code


async def test_a_code_becomes_a_holder_whom_the_hall_knows(crew_of, issuer, scanner):
    crew = await crew_of(furnished(issuer), scanner=scanner.address)
    await crew.heard.first(ScannerSeen, lambda seen: seen.scanner.status.state == "online")
    with capture_logs() as logged:
        scanner.scan(CODE)
        scanned = await crew.heard.first(CodeScanned)
        await crew.perform(VerifyCode(visit_id=1, text=scanned.text))
        read = await crew.heard.first(CardRead)
        wanted = TakeNumber(ticket_class=TicketClass.ACCEPT, category="registration", holder=read.holder)
        await crew.perform(AskPreview(visit_id=1, request=wanted))
        await crew.heard.first(PreviewSeen)
    assert (scanned.kind, scanned.text) == (CodeKind.MEDICAL_INSURANCE, CODE)
    assert (read.reader, read.holder.card) == (-1, CardKind.MEDICAL_INSURANCE)
    assert issuer.asked == [CODE]
    told = repr(logged)
    assert not any(secret in told for secret in (CODE, TOKEN, id_number(7), "测试七"))


async def test_a_code_nobody_knows_or_one_of_yesterday_is_said_to_be_so(crew_of, issuer):
    crew = await crew_of(furnished(issuer))
    issuer.expire(CODE)
    assert await failure(crew) == "code-expired"
    crew.heard.forget()
    await crew.perform(VerifyCode(visit_id=1, text="another"))
    assert (await crew.heard.first(CardFailed)).code == "code-unknown"


@pytest.mark.parametrize(
    ("is_broken", "token", "why"),
    [(True, TOKEN, "issuer-refuses"), (False, "another-token", "issuer-refuses")],
    ids=["broken", "token"],
)
async def test_an_issuer_that_refuses_us_is_as_good_as_unreachable(crew_of, issuer, is_broken, token, why):
    issuer.is_broken = is_broken
    crew = await crew_of(furnished(issuer, token))
    with capture_logs() as logged:
        assert await failure(crew) == "code-unreachable"
    assert why in [line["event"] for line in logged]


@pytest.mark.parametrize("wrong", ["silent", "gone", "certificate"])
async def test_an_issuer_that_is_not_there_or_another_is_unreachable(crew_of, issuer, wrong):
    issuer.is_silent = wrong == "silent"
    place = "https://127.0.0.1:9/verify" if wrong == "gone" else issuer.address
    root = None if wrong == "certificate" else issuer.root
    crew = await crew_of(Furnishing(verifier=HttpVerifier(place, TOKEN, trust(root), within_s=1.0)))
    assert await failure(crew) == "code-unreachable"
    assert issuer.asked == []


async def test_a_kiosk_without_an_issuer_knows_no_code(crew_of):
    assert await failure(await crew_of()) == "code-unknown"
