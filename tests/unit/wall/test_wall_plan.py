"""How large letters must be, whether they have room, and what would do where they have not."""

import pytest

from display.wall.errors import ScreenTooSmall
from display.wall.legibility import Screen
from display.wall.plan import LEAST_ROWS, Content, check, plan

HD, FOUR_K, PORTRAIT = (1920, 1080), (3840, 2160), (1080, 1920)


def test_digits_are_a_two_hundredth_of_the_distance_high():
    screen = Screen(diagonal_in=75, viewing_m=15)
    assert screen.mm_per_px(1920, 1080) == pytest.approx(0.8648, rel=1e-3)
    assert screen.font_px(1920, 1080) * 0.733 * screen.mm_per_px(1920, 1080) == pytest.approx(75)
    assert screen.font_px(3840, 2160) == pytest.approx(2 * screen.font_px(1920, 1080))


@pytest.mark.parametrize("size", [HD, FOUR_K, PORTRAIT])
@pytest.mark.parametrize("diagonal_in", [55, 65, 75, 98])
def test_common_screens_can_be_read_from_fifteen_metres(size, diagonal_in):
    screen = Screen(diagonal_in=diagonal_in, viewing_m=15)
    check(size, screen)
    for has_notice in (False, True):
        found = plan(size, screen, Content(has_notice=has_notice))
        assert found.called_px >= screen.font_px(*size)
        assert found.beside_px >= screen.font_px(*size) / 2
        assert found.rows >= LEAST_ROWS - has_notice


@pytest.mark.parametrize("size", [HD, FOUR_K, PORTRAIT])
@pytest.mark.parametrize("has_notice", [False, True])
def test_the_parts_fill_the_picture_and_no_more(size, has_notice):
    found = plan(size, Screen(), Content(has_notice=has_notice))
    bands = [found.header_height, found.notice_height, found.strip_height, found.saying_height]
    middle = found.panel_height
    if found.is_portrait:
        middle += found.gap + found.rows * found.row_height + 0.9 * found.beside_px + found.gap
    taken = sum(bands) + middle + found.gap * (2 + sum(1 for band in bands[1::2] if band))
    assert taken == pytest.approx(size[1], abs=2 * found.gap)
    assert taken <= size[1]


def test_a_near_wall_shows_more_rows_and_letters_do_not_shrink_below_the_design():
    near, far = (plan(HD, Screen(diagonal_in=75, viewing_m=metres), Content()) for metres in (4, 15))
    assert near.rows > far.rows
    assert near.called_px == plan(HD, Screen(diagonal_in=75, viewing_m=2), Content()).called_px


@pytest.mark.parametrize("size", [HD, PORTRAIT])
def test_what_a_refusal_says_would_do_does(size):
    small = Screen(diagonal_in=32, viewing_m=15)
    with pytest.raises(ScreenTooSmall) as refused:
        check(size, small)
    assert refused.value.code == "screen-too-small"
    words = refused.value.remedy.split()
    least_in = float(words[words.index("diagonal_in") + 2])
    farthest_m = float(words[words.index("viewing_m") + 2])
    assert 32 < least_in <= 55
    assert farthest_m < 15
    check(size, Screen(diagonal_in=least_in, viewing_m=15))
    check(size, Screen(diagonal_in=32, viewing_m=farthest_m))
    for too_small in (
        Screen(diagonal_in=least_in - 3, viewing_m=15),
        Screen(diagonal_in=32, viewing_m=farthest_m + 1),
    ):
        with pytest.raises(ScreenTooSmall):
            check(size, too_small)
