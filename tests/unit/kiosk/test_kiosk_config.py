"""kiosk.toml."""

from pathlib import Path

import pytest

from kiosk.config import pixels, read
from queue_core.config import ConfigErrors

GOOD = """
credential = "kiosk-1.json"
[devices]
readers = ["ssc+pcsc://Reader%2000", "idcard+pcsc://Reader%2001"]
printer = "escpos+tcp://10.4.0.31:9100"
[screen]
size = "1920x1080"
mode = "contrast"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text)
    return path


def test_a_good_file_is_read_and_the_credential_lies_beside_it(tmp_path: Path) -> None:
    config = read(written(tmp_path, GOOD))
    assert config.credential == tmp_path / "kiosk-1.json"
    assert len(config.devices.readers) == 2
    assert pixels(config.screen.size) == (1920, 1080)


def test_a_kiosk_without_a_printer_is_a_kiosk(tmp_path: Path) -> None:
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith("printer"))
    assert read(written(tmp_path, text)).devices.printer is None


def test_a_halls_own_ticket_lies_beside_it(tmp_path: Path) -> None:
    assert read(written(tmp_path, GOOD)).ticket.template is None
    own = read(written(tmp_path, GOOD + '[ticket]\ntemplate = "ticket.toml"\n'))
    assert own.ticket.template == tmp_path / "ticket.toml"


def test_three_mistakes_are_named_at_once_with_line_and_remedy(tmp_path: Path) -> None:
    bad = (
        GOOD.replace("ssc+pcsc", "sscpcsc")
        .replace("escpos+tcp://10.4.0.31:9100", "ssc+pcsc://Reader%2000")
        .replace('"1920x1080"', '"wide"')
    )
    with pytest.raises(ConfigErrors) as caught:
        read(written(tmp_path, bad))
    mistakes = caught.value.mistakes
    assert sorted(one.line for one in mistakes) == [4, 5, 7]
    assert all(one.remedy for one in mistakes)


DEVICES = """
scanner = "scanner+serial:///dev/serial/by-id/usb-scanner"
staff_reader = "uid+pcsc://Staff%20reader%2000"
speaker = "clips+sound://default"
"""
E_CARDS = """
[e_cards]
verify_at = "https://e-cards.example.org/verify"
token_file = "issuer.token"
"""


def with_devices(text: str = GOOD) -> str:
    return text.replace("[devices]\n", "[devices]\n" + DEVICES)


def tokened(folder: Path, text: str = "issuer-token\n", mode: int = 0o600) -> Path:
    path = folder / "issuer.token"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_what_a_kiosk_may_have_beside_readers_and_printer(tmp_path: Path) -> None:
    tokened(tmp_path)
    config = read(written(tmp_path, with_devices() + E_CARDS + "[offer]\ntyped_numbers = true\n"))
    assert config.devices.scanner
    assert config.devices.staff_reader
    assert config.devices.speaker
    assert (config.offer.typed_numbers, config.offer.matters) == (True, True)
    assert config.e_cards is not None
    assert config.e_cards.token == "issuer-token"
    assert config.e_cards.token not in repr(config)


def test_a_kiosk_offers_no_typed_numbers_unless_the_hall_says_so(tmp_path: Path) -> None:
    assert not read(written(tmp_path, GOOD)).offer.typed_numbers


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigErrors) as caught:
        read(written(folder, text))
    assert all(one.remedy and one.line for one in caught.value.mistakes)
    return [one.problem for one in caught.value.mistakes]


def test_the_wrong_device_at_each_place_is_named(tmp_path: Path) -> None:
    wrong = with_devices().replace("clips+sound", "ssc+pcsc").replace("scanner+serial", "escpos+serial")
    assert len(problems(tmp_path, wrong.replace("uid+pcsc", "idcard+pcsc"))) == 3


def test_e_cards_need_a_scanner(tmp_path: Path) -> None:
    tokened(tmp_path)
    (problem,) = problems(tmp_path, GOOD + E_CARDS)
    assert "scanner" in problem


def test_a_reader_that_citizens_use_is_not_one_for_staff_cards(tmp_path: Path) -> None:
    shared = with_devices().replace("Staff%20reader%2000", "Reader%2001?read_within_s=2")
    (problem,) = problems(tmp_path, shared)
    assert "citizens" in problem


@pytest.mark.parametrize(
    "address",
    [
        "http://e-cards.example.org/verify",
        "e-cards",
        "https://",
        "https://a:b@e-cards.example.org/",
        "https://e/?k=1",
    ],
)
def test_codes_go_to_an_https_address_and_nowhere_else(tmp_path: Path, address: str) -> None:
    tokened(tmp_path)
    wrong = E_CARDS.replace("https://e-cards.example.org/verify", address)
    assert len(problems(tmp_path, with_devices() + wrong)) == 1


@pytest.mark.parametrize(("text", "mode"), [("", 0o600), ("two tokens", 0o600), ("token", 0o644)])
def test_a_token_is_one_word_in_a_file_of_its_owner(tmp_path: Path, text: str, mode: int) -> None:
    tokened(tmp_path, text, mode)
    assert len(problems(tmp_path, with_devices() + E_CARDS)) == 1


def test_all_mistakes_of_e_cards_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("no certificate")
    wrong = E_CARDS.replace("https://", "http://") + 'root_ca = "root.pem"\n'
    assert len(problems(tmp_path, with_devices() + wrong)) == 3
