"""How the wall divides its picture, so that what must be read from afar has room. Pure; in pixels.

Two sizes of type follow from the screen's size and distance: `called_px` for numbers and windows, which are
read from every seat, and `beside_px` for what one may walk nearer for, half as large. Everything else is
design: on a near or a great screen type does not shrink below it.
"""

from dataclasses import dataclass, replace

from display.wall.errors import ScreenTooSmall
from display.wall.legibility import Screen

DESIGN = 1080  # the shorter edge in design pixels, on 16:9
MOST_ROWS, LEAST_ROWS = 9, 2
DIGIT, GAP = 0.6, 0.3  # widths in parts of a font's size; a digit of Noto Sans CJK Bold has 0.59
BADGE, ARROW = 0.8, 0.8  # a class's sign and an arrow in a row of the list
NOTICE = 0.8  # of a notice, whose hanzi are as high as the digits of a call
LINE = 1.15  # height of a line in parts of its font's size
TYPICAL_NUMBER, TYPICAL_WINDOW = 3, 2  # letters of 023 and of window 12
WINDOW_LINE = 1.2 + GAP + 3 * 0.62 + 2 * GAP  # beside its digits, the window's line has an arrow and 号窗口
PANEL_WITHOUT_NUMBER = 2.7  # of called_px: the number, the window's line and the air between
STEPS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the picture has to hold now: the longest number and window, arrows, a notice."""

    number_letters: int = TYPICAL_NUMBER
    window_letters: int = TYPICAL_WINDOW
    has_arrows: bool = True
    has_notice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`unit` is a design pixel. Heights of 0 leave a band out; `rows` are those of the list of calls."""

    is_portrait: bool
    unit: float
    called_px: float
    beside_px: float
    notice_px: float
    gap: float
    header_height: float
    notice_height: float
    strip_height: float
    saying_height: float
    panel_width: float
    panel_height: float
    list_width: float
    row_height: float
    rows: int
    has_names: bool
    window_letters: int

    @property
    def is_readable(self) -> bool:
        return self.rows >= LEAST_ROWS and self.panel_height >= self.called_px * PANEL_WITHOUT_NUMBER


def plan(size: tuple[int, int], screen: Screen, content: Content) -> Plan:
    """The best there is; `is_readable` tells whether it keeps the rule.

    Where both have no room a notice goes before the rule of calling, which is then said in its place.
    """
    whole = divide(size, screen, content, has_saying=True)
    if whole.is_readable or not content.has_notice:
        return whole
    return divide(size, screen, content, has_saying=False)


def check(size: tuple[int, int], screen: Screen) -> None:
    """Raises ScreenTooSmall with what would do: all scales with diagonal / distance, so one limit is both."""
    if _fits(size, screen):
        return
    near, far = 0.0, screen.viewing_m
    for _ in range(STEPS):
        middle = (near + far) / 2
        near, far = (middle, far) if _fits(size, replace(screen, viewing_m=middle)) else (near, middle)
    raise ScreenTooSmall(
        diagonal_in=screen.diagonal_in,
        viewing_m=screen.viewing_m,
        least_in=screen.diagonal_in * screen.viewing_m / near + 0.5,
        farthest_m=near - 0.05,
    )


def _fits(size: tuple[int, int], screen: Screen) -> bool:
    found = plan(size, screen, Content())
    row = _list_width(Content(), found.called_px, found.unit)
    return (
        found.is_readable and row <= found.list_width and _panel_width(Content(), found) <= found.panel_width
    )


def divide(size: tuple[int, int], screen: Screen, content: Content, *, has_saying: bool) -> Plan:
    width, height = size
    is_portrait = height > width
    unit = (min(width, height * 9 / 16) if is_portrait else min(width * 9 / 16, height)) / DESIGN
    called_px = max(screen.font_px(width, height), 84 * unit)
    beside_px = max(screen.font_px(width, height) / 2, 42 * unit)
    gap = 20 * unit
    list_width = width - 2 * gap if is_portrait else _list_width(content, called_px, unit)
    bands = Plan(
        is_portrait=is_portrait,
        unit=unit,
        called_px=called_px,
        beside_px=beside_px,
        notice_px=NOTICE * called_px,
        gap=gap,
        header_height=(168 if is_portrait else 124) * unit,
        notice_height=_notice_height(called_px, beside_px, unit) if content.has_notice else 0,
        strip_height=1.5 * beside_px * (2 if is_portrait else 1) + (gap if is_portrait else 0),
        saying_height=1.6 * beside_px if has_saying else 0,
        panel_width=width - 2 * gap if is_portrait else width - 3 * gap - list_width,
        panel_height=0,
        list_width=list_width,
        row_height=0,
        rows=0,
        window_letters=content.window_letters,
        has_names=_has_names(width, beside_px, gap, is_portrait=is_portrait),
    )
    return _with_rows(bands, height)


def _with_rows(bands: Plan, height: float) -> Plan:
    taken = bands.header_height + bands.notice_height + bands.strip_height + bands.saying_height
    shown = sum(1 for band in (bands.notice_height, bands.saying_height) if band) + 2
    left = height - taken - shown * bands.gap
    head = 0.9 * bands.beside_px + bands.gap  # the list's own heading, and its frame
    row_height = max(1.2 * bands.called_px, 96 * bands.unit)
    if not bands.is_portrait:
        rows = min(MOST_ROWS, int((left - head) / row_height))
        return replace(bands, panel_height=left, rows=max(rows, 0), row_height=(left - head) / max(rows, 1))
    panel_height = max(min(left * 0.45, 760 * bands.unit), PANEL_WITHOUT_NUMBER * bands.called_px)
    rest = left - panel_height - bands.gap - head
    rows = min(MOST_ROWS, int(rest / row_height))
    return replace(bands, panel_height=panel_height, rows=max(rows, 0), row_height=rest / max(rows, 1))


def _notice_height(called_px: float, beside_px: float, unit: float) -> float:
    return LINE * (NOTICE * called_px + beside_px) + 24 * unit


def _list_width(content: Content, px: float, unit: float) -> float:
    """A row: the class's sign, the number, an arrow, the window."""
    arrow = ARROW + GAP if content.has_arrows else 0.0
    letters = DIGIT * (content.number_letters + content.window_letters)
    return max((BADGE + GAP + letters + arrow + 2 * GAP) * px + 44 * unit, 620 * unit)


def _panel_width(content: Content, bands: Plan) -> float:
    return (WINDOW_LINE + DIGIT * content.window_letters) * bands.called_px


def _has_names(width: float, beside_px: float, gap: float, *, is_portrait: bool) -> bool:
    """Whether the classes have their words beside their signs; landscape leaves room for absent numbers."""
    room = width - 2 * gap if is_portrait else width - 3 * gap - 12 * beside_px
    return room >= 3 * (5.4 if is_portrait else 6.1) * beside_px + 2 * gap
