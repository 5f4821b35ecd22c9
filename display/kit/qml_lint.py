"""qmllint over the QML of one front end, with the types that its Python classes give to QML.

`python -m display.kit.qml_lint kiosk counter display` from the top of the checkout.
qmllint knows Python types through metaobjectdump → qmltyperegistrar → a qmldir. What that makes holds
absolute paths, so it goes to the git-ignored `.qmllint/`. Any warning is an error.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import PySide6

KIT_QML = Path(__file__).parent / "qml"
TOOLS = Path(PySide6.__file__).parent
SCRATCH = Path(".qmllint")
IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME = "([\w.]+)"', re.MULTILINE)


def main(folders: list[Path]) -> int:
    """The exit code: 0 when every QML file in `folders` is clean."""
    files = sorted(str(path) for folder in folders for path in folder.rglob("*.qml"))
    if not files:
        sys.stderr.write("qml_lint: no QML file found\n")
        return 1
    for module, sources in modules(folders).items():
        register(module, sources)
    command: list[str | Path] = [
        TOOLS / "qmllint",
        "-I",
        KIT_QML,
        "-I",
        SCRATCH,
        "--max-warnings",
        "0",
        *files,
    ]
    return subprocess.run(command, check=False).returncode  # noqa: S603 our own wheel's tool


def modules(folders: list[Path]) -> dict[str, list[Path]]:
    """The QML modules that Python makes, and their sources."""
    found: dict[str, list[Path]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        if name := IMPORT_NAME.search(path.read_text()):
            found.setdefault(name[1], []).append(path)
    return found


def register(module: str, sources: list[Path]) -> None:
    """Describe the QML types of one module to qmllint, in `.qmllint/<import name as folders>/`."""
    folder = SCRATCH / module.replace(".", "/")
    folder.mkdir(parents=True, exist_ok=True)
    described = [describe(source, folder) for source in sources]
    target = folder / "types.qmltypes"
    registrar = TOOLS / "Qt" / "libexec" / "qmltyperegistrar"
    options: list[str | Path] = [
        "--import-name",
        module,
        "--major-version",
        "1",
        "-o",
        folder / "registered.cpp",
    ]
    run([registrar, "--generate-qmltypes", target, *options, *described])
    (folder / "qmldir").write_text(f"module {module}\ntypeinfo types.qmltypes\ndepends QtQml\n")


def describe(source: Path, folder: Path) -> Path:
    """The classes of `source` as metaobjectdump reads them, and what it does not see.

    That `Snapshot[…]` is a QObject, and that a Python `list` is a QVariantList.
    """
    types = folder / f"{source.stem}.json"
    parts = json.loads(run([Path(sys.executable).with_name("pyside6-metaobjectdump"), source]))
    for told in (one for part in parts for one in part["classes"] if one.get("classInfos")):
        told |= {"object": True, "superClasses": [{"access": "public", "name": "QObject"}]}
        for shown in told.get("properties", ()):
            shown["type"] = {"list": "QVariantList"}.get(shown["type"], shown["type"])
    types.write_text(json.dumps(parts))
    return types


def run(command: list[str | Path]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 as above
    return done.stdout


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
