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
