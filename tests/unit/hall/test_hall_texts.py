"""The page of errors and the three languages are complete, and say what is true."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from queue_core.hall.problems import FRAMEWORK, STATUS
from queue_core.wire import texts
from queue_core.wire.words import Reason

ROOT = Path(__file__).parents[3]
LANGUAGES = {"zh-CN", "zh-Hant", "en"}
SAID_BY_THE_FRAME = {"internal", "protocol-mismatch", *(code for code, _ in FRAMEWORK.values())}


def class_code(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id="code")], value=ast.Constant(value=str(code)))
                | ast.AnnAssign(target=ast.Name(id="code"), value=ast.Constant(value=str(code)))
            ) if code:
                yield code


def codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef():
                yield from class_code(node)
            case ast.Call(func=ast.Name(id="Denied"), args=[_, ast.Constant(value=str(code)), *_]):
                yield code


def codes(*packages: str) -> set[str]:
    files = [file for each in packages for file in sorted((ROOT / "queue_core" / each).rglob("*.py"))]
    return {code for file in files for code in codes_in(file)}


def page() -> list[list[str]]:
    lines = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| `")]


def test_the_page_has_one_line_for_each_code_and_none_for_others() -> None:
    known = codes("") | SAID_BY_THE_FRAME
    assert len(known) > 100
    assert sorted(row[0].strip("`") for row in page()) == sorted(known)
    assert all(len(row) == 4 and all(row) and "…: …" not in row[2] for row in page())


def test_the_page_s_statuses_are_those_that_are_sent() -> None:
    told = {row[0].strip("`"): row[1] for row in page()}
    for code in codes("domain"):
        assert told[code] == str(STATUS.get(code, 409)), code
    for status, (code, _) in FRAMEWORK.items():
        assert told[code] == str(status)


def test_every_code_is_said_in_three_languages() -> None:
    for code in codes("") | SAID_BY_THE_FRAME:
        said = texts.said(code)
        assert set(said) == LANGUAGES, code
        assert all(said.values()), code
    assert texts.said("what-nobody-knows") == {}


def test_what_a_citizen_may_meet_has_a_sentence_of_its_own() -> None:
    general = texts.said("store-error")
    for code in codes("domain", "hall") - {
        code for row in page() if row[1] == "–" for code in [row[0].strip("`")]
    }:
        assert texts.said(code) != general, code


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_said_in_three_languages(reason: Reason) -> None:
    said = texts.why(reason, slot="10:00", window=7, windows="1, 2", text="late train", places=3)
    assert set(said) == LANGUAGES
    assert not any(re.search(r"[{}]", each) for each in said.values())


def test_the_rule_on_the_wall_has_the_minutes_in_effect() -> None:
    said = texts.rule(appointment_min=75, priority_min=45, pickup_min=10)
    assert set(said) == LANGUAGES == set(texts.languages())
    for each in said.values():
        assert re.findall(r"\d+", each) == ["75", "45", "10", "75"]
    assert said["en"] == (
        "Numbers are called in order of arrival among all business the window handles. Appointments that are"
        " due rank as if the holder had come 75 minutes before the slot. Persons with statutory priority rank"
        " as if they had come 45 minutes earlier. Whoever collects a finished document ranks as having come"
        " 10 minutes earlier. Nobody who comes more than 75 minutes of opening time after you is called"
        " before you. Changing the kind of business never changes your place."
    )


def test_a_right_the_hall_does_not_give_is_not_on_its_wall() -> None:
    said = texts.rule(appointment_min=0, priority_min=45, pickup_min=0)
    assert re.findall(r"\d+", said["zh-CN"]) == ["45", "45"]
