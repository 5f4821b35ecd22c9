"""The strip of paper between the last cut and the print head.

The cutter sits some millimetres above the head, so a cut without a feed goes through what was printed
last, and each ticket begins with the blank (or printed) piece that lay between the two.
"""

from PIL import Image

CUTTER_ROWS = 12 * 8
_EDGE_DOTS = {576: 32, 384: 40}
_PAPER, _INK = 252, 28
DPI = 203


class Strip:
    def __init__(self, width_dots: int) -> None:
        self._width = width_dots
        self._renew()

    def _renew(self) -> None:
        self._bands = [Image.new("1", (self._width, CUTTER_ROWS))]
        self._height = CUTTER_ROWS
        self.has_print = False

    def append(self, band: Image.Image) -> None:
        """Rows that have passed the head; ink is 1."""
        self._bands.append(band)
        self._height += band.height
        self.has_print = self.has_print or band.getbbox() is not None

    def cut(self) -> Image.Image | None:
        """What falls off when the cutter closes; None when no paper has moved past it."""
        whole = self._whole()
        self._renew()
        if whole.height <= CUTTER_ROWS:
            return None
        at = whole.height - CUTTER_ROWS
        self._bands = [whole.crop((0, at, self._width, whole.height))]
        self.has_print = self._bands[0].getbbox() is not None
        return whole.crop((0, 0, self._width, at))

    def tear(self) -> Image.Image:
        """A hand takes out all that was printed, up to the head."""
        whole = self._whole()
        self._renew()
        return whole

    def _whole(self) -> Image.Image:
        whole = Image.new("1", (self._width, self._height))
        y = 0
        for band in self._bands:
            whole.paste(band, (0, y))
            y += band.height
        return whole


def as_paper(ink: Image.Image) -> Image.Image:
    """A picture of the paper itself, with the unprintable edges of an 80 or 58 mm roll."""
    edge = _EDGE_DOTS.get(ink.width, 32)
    paper = Image.new("L", (ink.width + 2 * edge, ink.height), _PAPER)
    paper.paste(_INK, (edge, 0), ink)
    return paper
