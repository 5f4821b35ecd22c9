"""The whole kiosk as a hall starts it, with a speaker that keeps what was said as files."""

import time
from pathlib import Path

WITHIN_S = 20.0


def hears(folder: Path, count: int) -> list[str]:
    """The files of so many sentences."""
    until = time.monotonic() + WITHIN_S
    while len(files := sorted(path.name for path in folder.glob("[0-9]*.wav"))) < count:
        assert time.monotonic() < until, files
    return files


def test_the_kiosk_speaks_to_an_elderly_visitor_in_the_language_of_the_screen(kiosk_process, tmp_path):
    folder = tmp_path / "spoken"
    configuration = kiosk_process._configuration
    speaker = f'[devices]\nspeaker = "clips+file://{folder}"'
    configuration.write_text(configuration.read_text().replace("[devices]", speaker))
    stage = kiosk_process.start()
    stage.wait_page("home").wait("volume")
    stage.press("mode-elderly")
    hears(folder, 1)
    stage.press("class-consult").wait_page("category")
    assert [name.rpartition(".")[0] for name in hears(folder, 2)] == ["0001-zh-CN", "0002-zh-CN"]
    stage.press("language-en")
    assert hears(folder, 3)[-1] == "0003-en.wav"
    stage.quit()


def test_without_a_speaker_there_is_no_volume_to_choose(kiosk_process):
    stage = kiosk_process.start()
    stage.wait_page("home").wait("class-consult")
    assert "volume" not in stage.names()
    stage.quit()
