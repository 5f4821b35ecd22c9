"""What the holder of a number may do with it; also pickup, the materials list and the rating of a visit."""

from kiosk.flow.steps import Rows

ROWS: Rows = {}
