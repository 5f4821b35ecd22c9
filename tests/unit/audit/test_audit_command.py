"""`paihao audit`: what it prints and writes, and its exit codes."""

import json

import pytest
from typer.testing import CliRunner

from queue_core.audit.cli import app


@pytest.fixture
def day(journal, rechained):
    journal.day().window(1).issue(1).issue(2).issue(3).serve(1, 5)
    journal.call(3, 7, way="override", reason="faint")
    return rechained(journal.lines)


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments], env={"COLUMNS": "160"})


def test_a_right_journal_ends_with_0_and_lists_its_overrides(day, written, tmp_path) -> None:
    result = run(written(day), "--json", tmp_path / "report.json")
    assert result.exit_code == 0
    assert "faint" in result.output
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["calls"] == {"rule": 1, "override": 1}
    assert report["head"] == day[-1]["hash"]
    assert [(each["number"], each["actor"]) for each in report["overrides"]] == [("003", "clerk:1001")]
    assert report["idle"][0]["window"] == 1


def test_a_violation_ends_with_1_and_is_named_with_its_place(day, written, rechained) -> None:
    day[5]["body"]["ticket_id"] = 2
    result = run(written(rechained(day)))
    assert result.exit_code == 1
    assert "I1 least key: event 6" in result.output
    assert "number 002, window 1" in result.output
    assert "number 001 with key" in result.output


def test_all_violations_are_listed_when_asked_for(day, written, rechained) -> None:
    day[5]["body"]["ticket_id"] = 2
    path = written(rechained(day))
    assert run(path).output.count("the rule:") == 1
    assert run(path, "--all").output.count("the rule:") > 2


def test_another_head_than_the_one_kept_ends_with_1(day, written) -> None:
    result = run(written(day), "--head", "ab" * 32)
    assert result.exit_code == 1
    assert "chain" in result.output


@pytest.mark.parametrize("text", ["no journal\n", "{}\n", '{"sequence": 1', "\xff\xfe"])
def test_a_file_that_is_no_journal_ends_with_2_and_a_remedy(tmp_path, text) -> None:
    path = tmp_path / "strange"
    path.write_text(text, encoding="latin-1")
    result = run(path)
    assert result.exit_code == 2
    assert "paihao journal export" in result.output


def test_an_emptied_file_is_not_called_right(tmp_path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"")
    result = run(path, "--head", "ab" * 32)
    assert result.exit_code == 2
    assert "holds no event" in result.output


@pytest.mark.parametrize("options", [(), ("--all",)])
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text[:-40], id="the end cut off"),
        pytest.param(
            lambda text: text.replace('"sequence":4,', '"sequence":x,'), id="an edit that is no JSON"
        ),
        pytest.param(lambda text: text + "\x00\x01\n", id="something else behind it"),
        pytest.param(lambda text: text + '{"body":' + "[" * 100_000, id="a line too deep to read"),
    ],
)
def test_a_line_that_cannot_be_read_behind_others_is_a_violation(day, written, spoil, options) -> None:
    path = written(day)
    text = path.read_text()
    spoilt = spoil(text)
    assert spoilt != text
    path.write_text(spoilt)
    result = run(path, *options)
    assert result.exit_code == 1
    assert "after it cannot be read" in result.output


def test_an_edited_call_is_named_with_its_event_also_when_nothing_was_recomputed(day, written) -> None:
    day[5]["body"]["window"] = 2
    result = run(written(day))
    assert result.exit_code == 1
    assert "chain: event 6" in result.output
    assert "ticket-called was changed" in result.output
    assert "Nothing was recomputed" in result.output


def test_a_mistyped_head_is_no_violation(day, written) -> None:
    assert run(written(day), "--head", "ab12").exit_code == 2
    assert run(written(day), "--head", f" {day[-1]['hash'].upper()}").exit_code == 0


def test_a_database_that_is_no_journal_ends_with_2(tmp_path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(200))
    assert run(path).exit_code == 2


def test_a_missing_file_and_an_unwritable_report_end_with_2(day, written, tmp_path) -> None:
    assert run(tmp_path / "absent").exit_code == 2
    assert run(written(day), "--json", tmp_path / "absent" / "report.json").exit_code == 2


def test_days_of_the_first_release_are_counted_and_not_recomputed(day, written, rechained, tmp_path) -> None:
    old = [dict(line) for line in day[:3]]
    old[0]["version"] = 1
    old[1]["body"] = {"kind": "window-opened", "at_ms": old[1]["at_ms"]}
    for line in old:
        line["key"] = f"old-{line['key']}"
    run(written(rechained(old + day)), "--json", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["days_of_first_release"] == 1
