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
FOLDERS = sorted(path for path in ROOT.glob("*/**/i18n") if ".venv" not in path.parts)
TEXTS = [(folder, tag) for folder in FOLDERS for tag in languages.offered(folder) if tag != languages.SOURCE]


def name(value: object) -> str:
    return value.parent.name if isinstance(value, Path) else str(value)


def messages(paths: list[Path]) -> dict[tuple[str, str], ET.Element]:
    """By context and source text; a front end with many texts has divided them among several files."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for path in paths
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_front_end_has_its_texts() -> None:
    assert {folder.parent.name for folder in FOLDERS} >= {"kit", "kiosk", "counter", "wall", "pad"}
    assert languages.offered(ROOT / "display/kit/i18n") == languages.TAGS


@pytest.mark.parametrize(("folder", "tag"), TEXTS, ids=name)
def test_every_text_is_translated(folder: Path, tag: str) -> None:
    unfinished = [
        source
        for (_, source), message in messages(languages.texts_in(folder, tag)).items()
        if not "".join(message.find("translation").itertext()).strip()
        or message.find("translation").get("type")
    ]
    assert unfinished == []


@pytest.mark.parametrize(("folder", "tag"), TEXTS, ids=name)
def test_no_text_is_translated_twice(folder: Path, tag: str) -> None:
    """Of two translations in two files, the order of their names would decide."""
    files = languages.texts_in(folder, tag)
    assert sum(len(messages([file])) for file in files) == len(messages(files))


@pytest.fixture(scope="module", params=FOLDERS, ids=name)
def in_the_sources(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, set[tuple[str, str]]]:
    """A folder of translations, and the texts of its front end's sources; not of one that lies within."""
    folder: Path = request.param
    within = [other.parent for other in FOLDERS if folder.parent in other.parent.parents]
    sources = [
        str(one)
        for one in folder.parent.rglob("*")
        if one.suffix in {".qml", ".py"} and not any(inner in one.parents for inner in within)
    ]
    fresh = tmp_path_factory.mktemp("texts") / "fresh.ts"
    update = Path(PySide6.__file__).parent / "lupdate"
    options = ["-source-language", "zh_CN", "-target-language", "en_US", "-locations", "none", "-silent"]
    subprocess.run([update, *sources, "-ts", fresh, *options], check=True, capture_output=True)
    return folder, set(messages([fresh]))


def test_every_text_of_the_sources_is_in_the_files(in_the_sources) -> None:
    folder, wanted = in_the_sources
    for tag in languages.offered(folder)[1:]:
        assert set(messages(languages.texts_in(folder, tag))) == wanted, tag


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
