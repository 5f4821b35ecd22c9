from pathlib import Path

import pytest

from queue_core.config import load
from queue_core.hall.errors import Denied
from queue_core.hall.reception import Reception
from queue_core.hall.settings import HallSettings
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts, ClerkSession
from queue_core.wire.enrolment import read_code
from queue_core.wire.messages import CreateEnrolmentCode, Enrol
from queue_core.wire.words import Role

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
TOKENS = Tokens(b"k" * 32)


@pytest.fixture
def accounts(tmp_path: Path):
    accounts = Accounts.open(tmp_path / "accounts.db")
    yield accounts
    accounts.close()


@pytest.fixture
def reception(accounts: Accounts) -> Reception:
    """Without a hall behind it: what is asked here needs none."""
    return Reception(
        accounts=accounts,
        tokens=TOKENS,
        hall=None,
        settings=load(DEMO, HallSettings),
        fingerprint="0" * 16,
        ended=lambda _: None,
    )


def sit(accounts: Accounts, clerk: str) -> None:
    session = ClerkSession(clerk=clerk, window=1, day="2026-01-05")
    accounts.begin_session(TOKENS.hash("token"), session)


def test_a_session_ends_with_its_day(accounts: Accounts, reception: Reception) -> None:
    sit(accounts, "1001")
    assert reception.principal("token", "2026-01-05").actor == "clerk:1001"
    assert reception.clerk_at(1, "2026-01-05") == "1001"
    with pytest.raises(Denied) as caught:
        reception.principal("token", "2026-01-06")
    assert caught.value.status == 401
    assert reception.clerk_at(1, "2026-01-06") is None


def test_a_clerk_who_left_the_configuration_is_known_no_longer(
    accounts: Accounts, reception: Reception
) -> None:
    sit(accounts, "9999")
    with pytest.raises(Denied):
        reception.principal("token", "2026-01-05")


def test_a_device_may_touch_only_the_windows_its_code_named(reception: Reception) -> None:
    wanted = CreateEnrolmentCode(role=Role.PAD, device="P1", windows=(1,))
    typed = read_code(reception.create_code(wanted).code)
    assert typed is not None
    enrolled = reception.enrol(Enrol(code=typed.secret), "key", "address")
    pad = reception.principal(enrolled.token, "2026-01-05")
    pad.require_window(1)
    with pytest.raises(Denied) as caught:
        pad.require_window(2)
    assert (caught.value.status, caught.value.code) == (403, "not-your-window")


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMIN])
def test_no_code_makes_a_clerk_or_an_administrator(reception: Reception, role: Role) -> None:
    with pytest.raises(Denied) as caught:
        reception.create_code(CreateEnrolmentCode(role=role, device="X"))
    assert caught.value.code == "not-a-device"


def test_a_cabinet_is_enrolled_under_its_code_of_the_configuration_alone(reception: Reception) -> None:
    assert reception.create_code(CreateEnrolmentCode(role=Role.CABINET, device="L1")).code
    with pytest.raises(Denied) as denied:
        reception.create_code(CreateEnrolmentCode(role=Role.CABINET, device="L9"))
    assert (denied.value.code, "L1" in denied.value.remedy) == ("no-such-cabinet", True)


def test_a_courier_is_no_device(reception: Reception) -> None:
    with pytest.raises(Denied) as denied:
        reception.create_code(CreateEnrolmentCode(role=Role.COURIER, device="3001"))
    assert denied.value.code == "not-a-device"
