"""How refusals and errors are told."""

import pytest

from queue_core.app import HallStopped, IdempotencyConflict, ReservedKey, UndecidedCommand
from queue_core.domain.refusals import HallClosed, NobodyWaiting, NoSuchTicket, NoSuchWindow
from queue_core.hall.problems import problem


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NobodyWaiting(1), 409),
        (HallClosed(), 409),
        (NoSuchTicket(1), 404),
        (NoSuchWindow(1), 404),
        (IdempotencyConflict("k"), 409),
        (ReservedKey("hall:k"), 400),
        (UndecidedCommand(), 500),
        (HallStopped(), 503),
        (RuntimeError("440106199003075136"), 500),
    ],
)
def test_each_error_has_its_status_its_code_and_a_remedy(error: Exception, status: int) -> None:
    told = problem(error, "request", desk=None)
    assert (told.status, told.code) == (status, getattr(error, "code", "internal"))
    assert told.type.endswith(told.code)
    assert told.remedy
    assert told.title != "Refused"
    assert "440106199003075136" not in str(told)
