"""Translations: complete, in step with the sources, and compiled from the text files alone."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from display.kit import languages
from display.kit.errors import TranslationBroken

ROOT = Path(__file__).parents[3]
TEXTS = sorted(path for path in ROOT.glob("*/**/i18n/en.ts") if ".venv" not in path.parts)


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_front_end_has_its_texts() -> None:
    assert {path.parts[-3] for path in TEXTS} >= {"kit", "kiosk"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parts[-3])
def test_every_text_is_translated(path: Path) -> None:
    unfinished = [
        source
        for (_, source), message in messages(path).items()
        if not "".join(message.find("translation").itertext()).strip()
        or message.find("translation").get("type")
    ]
    assert unfinished == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parts[-3])
def test_every_text_of_the_sources_is_in_the_file(path: Path, tmp_path: Path) -> None:
    folder = path.parents[1]
    sources = [str(one) for one in folder.rglob("*") if one.suffix in {".qml", ".py"}]
    fresh = tmp_path / "en.ts"
    update = Path(PySide6.__file__).parent / "lupdate"
    options = ["-source-language", "zh_CN", "-target-language", "en_US", "-locations", "none", "-silent"]
    subprocess.run([update, *sources, "-ts", fresh, *options], check=True, capture_output=True)
    assert set(messages(fresh)) == set(messages(path))


def test_a_language_is_spoken_after_it_is_chosen(qapp: QGuiApplication) -> None:
    assert qapp is not None
    spoken = languages.Languages([])
    spoken.choose("en")
    assert QCoreApplication.translate("Classes", "受理") == "Apply"
    spoken.choose("zh-CN")
    assert QCoreApplication.translate("Classes", "受理") == "受理"


def test_a_damaged_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "en.ts").write_text("<TS><context>")
    with pytest.raises(TranslationBroken, match=r"en\.ts"):
        languages.compiled(tmp_path / "en.ts")


def test_a_folder_that_cannot_be_written_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    assert languages.cache_folder().is_dir()


def test_compiling_needs_nothing_but_the_wheel() -> None:
    code = "from display.kit.languages import compiled, KIT_TEXTS; print(compiled(KIT_TEXTS / 'en.ts'))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert Path(done.stdout.strip()).stat().st_size > 0
