"""The page behind a staff card, on a whole kiosk: what staff see and do there, and what they never see."""

import pytest

from kiosk.app import RESTART
from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.peers.staffcard import StaffChip

SERIAL = "04A1B2C3D4E5F6"


@pytest.fixture
async def kiosk(hall, kiosk_with, private_pcscd, printer):
    await hall.administer(lambda server: server.give_card("2001", SERIAL))
    citizens, staff = (
        f"{private_pcscd.reader(slot).replace(' ', '%20')}?settles_within_s=0.01" for slot in range(2)
    )
    return kiosk_with(
        f'readers = ["ssc+pcsc://{citizens}"]\n'
        f'staff_reader = "uid+pcsc://{staff}"\n'
        f'printer = "{printer.address}"'
    )


async def test_staff_find_devices_log_and_restart_and_nothing_of_who_was_here(kiosk, private_pcscd, printer):
    stage = kiosk.start().wait_page("home")
    citizens, staff = private_pcscd.slots
    wei = person("chen-jianguo")
    stage.press("class-accept").press("category-registration")
    citizens.lay(SocialSecurityChip(wei))
    stage.press("way-phone").wait_page("qr")
    secret = stage.text("qr").partition("#")[2] if "qr" in stage.names() else ""
    stage.press("leave").wait_page("home")
    citizens.lift()

    staff.lay(StaffChip(bytes.fromhex(SERIAL)))
    stage.wait_page("staff").wait("device-printer").wait("device-hall")
    stage.press("test-print").wait("staff-said", "测试条已经打印")
    assert printer.wait_for_ticket(1).qr == ("TEST",)

    stage.press("show-log").wait("log-0")
    seen = [stage.text(name) for name in stage.names() if name.startswith("log-") and name != "log-lines"]
    assert any("staff-page-opened" in line for line in seen)
    personal = (wei.name, wei.number, SERIAL, secret)
    assert not any(each in line for line in seen for each in personal if each)

    stage.press("show-devices").press("restart").press("confirm-restart")
    assert kiosk.wait() == RESTART
