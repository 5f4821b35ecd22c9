"""What a scanned or typed text can be, by its form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.app.case_numbers import case_number
from queue_core.hall.reading import Text, pickup_qr, read, receipt_code

HERE = "https://hall.example.gov.cn/queue"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (f"{HERE}/t/AbC_-1#s3cret", Text(reference="AbC_-1", secret="s3cret")),
        (f"  {HERE}/t/AbC\n", Text(reference="AbC")),
        ("https://HALL.example.gov.cn/queue/t/AbC#x", Text(reference="AbC", secret="x")),
        (f"{HERE}/t/AbC#claim.TOKEN", Text(reference="AbC", secret="claim.TOKEN")),
        (f"{HERE}/c/BJ-2026.17", Text(case="BJ-2026.17")),
        ("023", Text(number="023", case="023")),
        ("０２３", Text(number="023", case="023")),
        (" 0 2 3 ", Text(number="023", case="023")),
        ("ａ023", Text(number="A023", case="a023")),
        ("BJ-2026-17", Text(case="BJ-2026-17")),
        ("PAIHAO:C:BJ-2026.17", Text(case="BJ-2026.17")),
        ("206 329 874", Text(case="206329874", pickup="206329874")),
        ("２０６３２９８７４", Text(case="206329874", pickup="206329874")),
        ("206-329-874", Text(case="206-329-874", pickup="206329874")),
        (f"PAIHAO:P:206329874:{'t' * 22}", Text(pickup="206329874", token="t" * 22)),
        (case_number("2026-11-22", 7).replace("-", ""), Text(case=case_number("2026-11-22", 7))),
    ],
)
def test_what_this_hall_gives_out_is_known(text: str, meaning: Text) -> None:
    assert read(text, HERE) == meaning
    assert read(text, f"{HERE}/") == meaning


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://elsewhere.example/queue/t/AbC#x",
        "http://hall.example.gov.cn/queue/t/AbC#x",
        "https://hall.example.gov.cn:99/queue/t/AbC#x",
        "https://hall.example.gov.cn/other/t/AbC#x",
        f"{HERE}/t/AbC/more#x",
        f"{HERE}/c/a b<c>",
        f"{HERE}/c/%2e%2e%2fetc",
        "https://[broken/t/AbC",
        "您好",
        "PAIHAO:P:206329874",
        "PAIHAO:P:206329874:short",
        "PAIHAO:C:",
        "PAIHAO:X:1",
        "x" * 600,
    ],
)
def test_everything_else_is_nothing(text: str) -> None:
    assert read(text, HERE) == Text()


@given(st.text(max_size=600))
def test_any_text_is_read(text: str) -> None:
    read(text, HERE)
    assert "…" in repr(read(f"{HERE}/{text}", HERE))


def test_a_secret_is_not_in_what_a_log_would_print() -> None:
    assert "s3cret" not in repr(read(f"{HERE}/t/AbC#s3cret", HERE))


def test_what_receipts_and_messages_show_is_read_again() -> None:
    assert read(receipt_code("BJ-1"), HERE).case == "BJ-1"
    shown = read(pickup_qr("206329874", "t" * 22), HERE)
    assert (shown.pickup, shown.token) == ("206329874", "t" * 22)
    assert "206329874" not in repr(shown)
