from pathlib import Path

import pytest

from queue_core.hall.errors import ListUnreadable
from queue_core.hall.list_file import ROWS_A_PART, parts_of
from queue_core.wire.appointments import RowMistake


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_is_read_as_spreadsheets_save_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("code,name\nC-1,张三\n".encode(encoding))
    (part,) = parts_of(file)
    assert part.rows.csv == "code,name\nC-1,张三\n"


def test_a_mistake_of_a_part_is_told_by_the_file_s_line(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = ['C-0,"two\nlines"', *(f"C-{number},one" for number in range(1, ROWS_A_PART + 5))]
    file.write_text("code,name\n" + "\n".join(rows) + "\n", encoding="utf-8")
    first, second = parts_of(file)
    assert (len(first), len(second)) == (ROWS_A_PART, 5)
    assert first.rows.csv.splitlines()[1] == "C-0,two lines"
    mistake = RowMistake(line=2, column="code", problem="p", remedy="r")
    assert (first.in_file(mistake).line, second.in_file(mistake).line) == (3, ROWS_A_PART + 3)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xff\xff\xff", "neither"),
        (b'code\n"never closed', "no line of CSV"),
        (None, "No such"),
    ],
)
def test_what_is_no_list_is_named_with_what_to_do(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "list.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ListUnreadable, match=said) as caught:
        parts_of(file)
    assert caught.value.remedy
