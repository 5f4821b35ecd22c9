"""A hall's own announcer, looked through before the first call."""

import shutil

import pytest

from display.voice.bank import BUILT_IN, lacking, look_through
from display.voice.errors import WordsMissing
from display.voice.manner import Manner
from display.voice.wording import TONGUES
from drivers.contract.errors import Absent
from drivers.contract.speaker import Tongue

MANDARIN = Manner(tongues=(Tongue.MANDARIN,), hurried_speed=1.0)


@pytest.fixture
def bank(tmp_path):
    """The built-in one, as a hall would copy it."""
    return shutil.copytree(BUILT_IN, tmp_path / "ours")


@pytest.fixture
def without_synthesizer(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_built_in_bank_has_every_word_of_every_language():
    assert lacking(BUILT_IN, TONGUES, speed=1.0) == ()


def test_missing_words_are_listed_and_left_to_the_synthesizer(bank):
    (bank / "zh-CN" / "7.flac").unlink()
    (bank / "zh-CN" / "letter-q.flac").unlink()
    (missing,) = look_through(bank, MANDARIN)
    assert str(missing) == "[zh-CN] no clip for Q, 七"


@pytest.mark.usefixtures("without_synthesizer")
def test_missing_words_that_nobody_says_keep_the_voice_from_starting(bank):
    (bank / "zh-CN" / "7.flac").unlink()
    with pytest.raises(WordsMissing, match=r"\[zh-CN\] no clip for 七") as refused:
        look_through(bank, MANDARIN)
    assert "words.toml" in refused.value.remedy


def test_a_file_that_is_no_sound_is_named(bank):
    (bank / "zh-CN" / "7.flac").write_text("seven")
    with pytest.raises(WordsMissing, match=r"7\.flac is not a sound"):
        look_through(bank, MANDARIN)


def test_a_bank_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Absent, match=r"words\.toml is missing"):
        look_through(tmp_path / "nowhere", MANDARIN)
