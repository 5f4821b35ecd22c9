"""What the simulator adds for pickup: scenarios of halls, phones of invented people, guessed codes."""

from pathlib import Path

import pytest

from sim.errors import BadLever, BadScenario
from sim.gateways import GatewayFaults
from sim.halls import people
from sim.halls.scenario import scenario
from sim.rig.beside import gateways, locker_address, lockers
from sim.story.beside import pickup_code
from sim.story.errors import Different
from sim.story.guessing import with_check_digit
from sim.world.doors import LockerDoor

PICKUP = Path(__file__).parents[3] / "sim/halls/pickup.toml"


def test_the_scenario_that_comes_with_us_names_a_locker_and_every_gateway(tmp_path: Path) -> None:
    found = scenario(PICKUP)
    (locker,) = lockers(found.lockers, tmp_path).values()
    assert locker_address(locker) == f"lock8a+serial://{tmp_path}/tty-pickup?boards=1&channels=12"
    assert list(gateways(found.gateways)) == ["cmpp", "aliyun", "webhook"]


@pytest.mark.parametrize(
    "text",
    [
        "[lockers.one]\nfamily = 'safe'",
        "[gateways.pigeon]",
        "[gateways.cmpp]\nspeed = 3",
        "[gateways",
    ],
)
def test_a_scenario_that_cannot_be_used_says_where(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scenario.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadScenario, match=r"scenario\.toml"):
        scenario(file)


def test_invented_people_have_phones_of_a_beginning_no_operator_was_given() -> None:
    phones = [one.phone for one in people().values()]
    assert len({*phones}) == len(phones) >= 6
    assert all(phone.startswith("154") and len(phone) == 11 for phone in phones)


@pytest.mark.parametrize(("digits", "whole"), [("0794", "07945"), ("13669597", "136695976")])
def test_a_guessed_code_is_no_typing_mistake(digits: str, whole: str) -> None:
    assert with_check_digit(digits) == whole


@pytest.mark.parametrize(
    "text", ["【大厅】请凭取件码123 456 789到大厅领取", "已存入1号门，请凭取件码 123 456 789于3月5日前领取"]
)
def test_the_code_is_read_from_a_message_as_a_person_reads_it(text: str) -> None:
    assert pickup_code(text) == "123 456 789"


def test_a_message_without_a_code_is_noticed() -> None:
    with pytest.raises(Different):
        pickup_code("【大厅】您办理的业务已办结，办件号20261123-00016")


@pytest.mark.parametrize("wish", [{"typo": True}, {"reports": "sometimes"}])
def test_a_fault_nobody_knows_is_no_fault(wish: dict[str, object]) -> None:
    with pytest.raises(BadLever):
        GatewayFaults().set(**wish)


def test_a_door_pushed_to_while_its_bolt_is_drawn_jumps_open_again() -> None:
    door = LockerDoor()
    door.unlock(0.0, for_s=0.5)
    door.pass_time(0.1)
    assert door.is_drawn(0.2)
    door.close(0.2)
    door.pass_time(0.4)
    assert door.is_open
    assert not door.is_drawn(0.5)
