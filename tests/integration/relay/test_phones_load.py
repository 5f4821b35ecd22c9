"""However many phones ask, the hall is asked for a document once a second at the most."""

from benchmarks.phones import poll


def test_sixty_phones_cost_the_hall_one_request_a_document_a_second(founded_house, tmp_path) -> None:
    house = founded_house.copy(tmp_path / "house")
    polled = poll(house, tmp_path / "road", phones=60, documents=6, for_s=2)
    assert polled.answers > 10 * sum(polled.at_origin)
    assert polled.hurried > 100
    assert min(polled.at_origin) >= 1
    assert max(polled.at_origin) <= polled.for_s + 1
