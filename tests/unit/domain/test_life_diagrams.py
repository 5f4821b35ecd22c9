from pathlib import Path

from queue_core.domain import life, life_diagrams

PAGE = Path(__file__).parents[3] / "docs" / "life-cycles.md"


def test_the_page_of_life_cycles_is_what_the_tables_say() -> None:
    """Otherwise: python -m queue_core.domain.life_diagrams > docs/life-cycles.md"""
    assert PAGE.read_text(encoding="utf-8") == life_diagrams.page()


def test_every_state_is_explained_in_english_with_its_chinese_word() -> None:
    tables = [
        (life.TICKET_LIFE, life_diagrams.TICKET_STATES),
        (life.DELIVERY_LIFE, life_diagrams.DELIVERY_STATES),
        (life.WINDOW_LIFE, life_diagrams.WINDOW_STATES),
        (life.APPOINTMENT_LIFE, life_diagrams.APPOINTMENT_STATES),
        (life.CASE_LIFE, life_diagrams.CASE_STATES),
        (life.FOLLOW_UP_LIFE, life_diagrams.FOLLOW_UP_STATES),
        (life.UNLOCKING_LIFE, life_diagrams.UNLOCKING_STATES),
        (life.DOOR_LIFE, life_diagrams.DOOR_CONDITIONS),
    ]
    for table, words in tables:
        assert set(words) == set(table)
        assert all(
            "\u4e00" <= sentence[0] <= "\u9fff" and sentence.endswith(".") for sentence in words.values()
        )


def test_a_diagram_draws_each_way_out_of_a_state() -> None:
    page = life_diagrams.page()
    assert "    called --> absent: ticket-missed\n" in page
    assert "    booked --> cancelled: appointment-ended\n    booked --> missed: appointment-ended\n" in page
    assert "    finished --> waiting: result-ready\n" in page
    assert "    handed_over --> ready: case-deposited, case-missing\n" in page
    assert "- within `open`: door-changed, door-forced, door-left-open\n" in page
    assert "    expired --> [*]\n" in page
