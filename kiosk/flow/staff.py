"""Behind a staff card."""

from kiosk.flow.steps import Rows

ROWS: Rows = {}
