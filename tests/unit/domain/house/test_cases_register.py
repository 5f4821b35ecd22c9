import pytest

from queue_core.domain.cases import CaseRegister
from queue_core.domain.records import Case
from queue_core.domain.rules import Unit
from queue_core.domain.words import CaseState, TicketClass


def case(case_id: int, code: str) -> Case:
    return Case(
        case_id=case_id,
        code=code,
        unit=Unit("a", TicketClass.ACCEPT),
        matter=None,
        state=CaseState.ACCEPTED,
        accepted_at_ms=0,
    )


@pytest.fixture
def register() -> CaseRegister:
    return CaseRegister([case(1, "X1"), case(2, "X2"), case(3, "X3")])


def test_a_case_is_found_by_id_and_by_the_back_offices_number(register) -> None:
    assert register.get(2) == register.by_code("X2") == case(2, "X2")
    assert register.get(9) is register.by_code("X9") is None


def test_a_case_becomes_ready_then_is_handed_over_and_nothing_else(register) -> None:
    with pytest.raises(KeyError):
        register.hand_over(1)
    register.make_ready(1, 5)
    assert (register.get(1).state, register.get(1).ready_at_ms) == (CaseState.READY, 5)
    with pytest.raises(KeyError):
        register.make_ready(1, 6)
    register.hand_over(1)
    assert register.by_code("X1").state is CaseState.HANDED_OVER
    with pytest.raises(KeyError):
        register.hand_over(1)


def test_what_is_handed_over_does_not_cross_midnight(register) -> None:
    register.make_ready(1, 5)
    register.make_ready(2, 5)
    register.hand_over(2)
    assert [each.code for each in register.carried()] == ["X1", "X3"]
    assert list(CaseRegister(register.carried())) == list(register.carried())


@pytest.mark.parametrize("again", [case(1, "X9"), case(9, "X1")])
def test_neither_an_id_nor_a_number_is_taken_twice(register, again) -> None:
    with pytest.raises(KeyError):
        register.accept(again)
