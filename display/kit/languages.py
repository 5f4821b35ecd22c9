"""Languages of the screens. Source texts are zh-CN; others are Qt translation files, `i18n/<tag>.ts`.

A front end with many texts divides them: `<tag>.<part>.ts`. It speaks the languages that its folder has.

Only the `.ts` files are kept. They are compiled by the `lrelease` of the PySide6 wheel when a language is
first needed, into the user's cache folder under the hash of their content: nothing binary is committed,
nothing is built ahead, and a changed file can never meet an old translation.
"""

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QStandardPaths, QTranslator

from display.kit.errors import TranslationBroken

SOURCE = "zh-CN"
TAGS = (SOURCE, "zh-Hant", "en")
KIT_TEXTS = Path(__file__).parent / "i18n"


def offered(folder: Path) -> tuple[str, ...]:
    """The tags of the languages that a front end's texts are in."""
    return tuple(tag for tag in TAGS if tag == SOURCE or texts_in(folder, tag))


def texts_in(folder: Path, tag: str) -> list[Path]:
    return sorted(folder.glob(f"{tag}.*ts"))


class Languages:
    """The language shown now. `folders` hold the texts of each language other than the source."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = (KIT_TEXTS, *folders)
        self._compiled: dict[str, list[QTranslator]] = {SOURCE: []}
        self._installed: list[QTranslator] = []
        self.current = SOURCE

    def choose(self, tag: str) -> None:
        """Install the translators of `tag`; the caller retranslates its QML engine."""
        if tag not in self._compiled:
            self._compiled[tag] = [load(file) for folder in self._folders for file in texts_in(folder, tag)]
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = self._compiled[tag]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        self.current = tag


def load(source: Path) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(compiled(source))):
        raise TranslationBroken(f"Qt cannot read the compiled {source.name}")
    return translator


def compiled(source: Path) -> Path:
    """The `.qm` of a `.ts`, from the cache or made now (about 30 ms)."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    target = cache_folder() / f"{digest}.qm"
    if not target.exists():
        draft = target.with_name(f"{digest}.{os.getpid()}.part")
        release(source, draft)
        draft.replace(target)
    return target


def release(source: Path, target: Path) -> None:
    command = [str(Path(PySide6.__file__).parent / "lrelease"), "-silent", str(source), "-qm", str(target)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own wheel's tool
    if result.returncode != 0:
        raise TranslationBroken(f"lrelease cannot compile {source.name}: {result.stderr.strip()}")


def cache_folder() -> Path:
    """The user's cache; a fresh temporary folder where that cannot be written (a kiosk's read-only root)."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    folder = Path(place) / "paihao" / "translations"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="paihao-translations-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="paihao-translations-"))
