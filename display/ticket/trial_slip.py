"""A slip by which staff see how the printer prints: width, Chinese, a code, the cut."""

from datetime import datetime

from drivers.contract.slip import Cut, Line, QrCode, Rule, Slip

SIZES = (1, 2)


def compose_trial(kiosk: str, printed_at: datetime, columns: int) -> Slip:
    """`columns` are the printer's letters of size 1 in a line: the row of digits is as long."""
    ruler = "".join(str(place % 10) for place in range(1, columns + 1))
    return Slip(
        elements=(
            Line(text="测试 列印測試 TEST", size=2, bold=True),
            Line(text=f"{kiosk} {printed_at:%Y-%m-%d %H:%M:%S}"),
            Rule(),
            Line(text=ruler),
            *(Line(text="号 0123456789", size=size) for size in SIZES),
            QrCode(content="TEST"),
            Cut(),
        )
    )
