"""Taking a number, from the class to the paper or the phone, and checking in an appointment: all the rows."""

from kiosk.flow import checking_in, choosing, confirming, delivering, identity, mobile
from kiosk.flow.checking_in import welcome
from kiosk.flow.confirming import foresee
from kiosk.flow.delivering import deliver
from kiosk.flow.identity import read_card
from kiosk.flow.steps import Rows, joined

__all__ = ["ROWS", "deliver", "foresee", "read_card", "welcome"]

ROWS: Rows = joined(
    choosing.ROWS, identity.ROWS, checking_in.ROWS, confirming.ROWS, mobile.ROWS, delivering.ROWS
)
