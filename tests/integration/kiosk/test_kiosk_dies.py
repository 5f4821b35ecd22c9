"""A kiosk that is killed while somebody waits for a number: it comes back with the number."""

import msgspec

WITHIN_S = 40.0  # 5 s on a machine of its own; here the patience of a wait among other tests


def begin(stage) -> None:
    stage.wait_page("home").press("class-consult").press("category-registration").press("without-card")


def kept(kiosk_process) -> list[dict[str, object]]:
    (file,) = kiosk_process.state.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    return msgspec.json.decode(file.read_bytes())


def test_a_number_on_the_screen_is_there_again(kiosk_process):
    stage = kiosk_process.start()
    begin(stage)
    number = stage.press("way-phone").wait_page("qr", within_s=WITHIN_S).text("number")
    assert [each["ticket_id"] for each in kept(kiosk_process)] == [1]
    kiosk_process.die()

    stage = kiosk_process.start()
    stage.wait("number", number, within_s=WITHIN_S)
    assert stage.page() == "qr"
    stage.press("leave").wait_page("home").quit()
    assert kiosk_process.wait() == 0
    assert kept(kiosk_process) == []


def test_a_number_of_which_nothing_was_printed_is_printed_once(kiosk_process, printer):
    stage = kiosk_process.start()
    begin(stage)
    stage.wait("way-paper")
    printer.faults.delay_s = 20.0  # its answer to "have you paper?" is still on its way when the kiosk dies
    stage.press("way-paper").wait_page("printing")
    kiosk_process.die()
    assert printer.tickets == []

    printer.faults.clear()
    stage = kiosk_process.start()
    stage.wait("number", "001", within_s=WITHIN_S)
    stage.wait_page("done")
    printer.wait_for_ticket(1)
    assert len(printer.tickets) == 1
