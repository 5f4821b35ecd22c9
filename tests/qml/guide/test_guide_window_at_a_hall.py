"""The guide desk as it runs: window, flow, a real hall over TLS and a printer on TCP."""

import pytest
from msgspec.structs import replace

from counter.errors import CounterError
from counter.guide.app import assemble
from counter.guide.config import GuideConfig
from display.kit.rehearsal import Rehearsal
from queue_core.wire.words import Role
from sim.rig import TcpPrinter
from tests.integration.hall.conftest import PASSWORD, founded, hall, settings

__all__ = ["founded", "hall", "settings"]


def config_of(tmp_path, hall, founded, *device: object, **devices: str) -> GuideConfig:
    replace(founded.credentials[device], server=hall.url).save(tmp_path / "guide.credential")
    return GuideConfig.model_validate({"credential": tmp_path / "guide.credential", "devices": devices})


async def test_an_enquirys_number_comes_out_of_the_desks_printer(tmp_path, qtbot, hall, founded) -> None:
    await hall.administer(lambda server: server.set_password("2001", PASSWORD))
    with TcpPrinter(tickets=tmp_path / "tickets") as printer:
        desk = assemble(config_of(tmp_path, hall, founded, Role.COUNTER, 4, printer=printer.address))
        tablet = Rehearsal(desk.opened)
        desk.bridge.start()
        desk.opened.window.setVisible(True)

        def wait(name: str) -> None:
            qtbot.waitUntil(lambda: name in tablet.names(), timeout=30_000)

        try:
            qtbot.waitUntil(lambda: desk.model.link == "up", timeout=30_000)
            tablet.type("clerk", "2001")
            tablet.type("password", PASSWORD)
            tablet.press("log-in")
            for name in ("begin-new", "class-consult", "category-trade", "anonymous", "issue-paper", "done"):
                wait(name)
                tablet.press(name) if name != "done" else None
            number = tablet.text("number")
            assert number in printer.wait_for_ticket(1).text
            tablet.press("done")
            assert tablet.page == "home"
        finally:
            desk.bridge.stop()
            desk.opened.close()


@pytest.mark.usefixtures("qapp")
async def test_a_credential_of_another_role_is_refused_before_anything_is_shown(
    tmp_path, hall, founded
) -> None:
    with pytest.raises(CounterError) as refused:
        assemble(config_of(tmp_path, hall, founded, Role.KIOSK))
    assert refused.value.code == "not-a-guide-desk"
