"""A hall on the road that deploy/ lays: once on this machine alone, once across three networks."""

from contextlib import ExitStack

import pytest

from benchmarks.durability.house import House
from benchmarks.phones_road import Networks, PhonesRoad
from tests.integration.relay.networks import DMZ_TO_HALL, DMZ_TO_PUBLIC, HALL, NotPermitted, Three


@pytest.fixture(scope="package")
def founded_house(tmp_path_factory):
    return House.found(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def three():
    with ExitStack() as stack:
        try:
            yield Three(stack)
        except NotPermitted as error:
            pytest.skip(f"neither root nor user namespaces may make networks here: {error}")


@pytest.fixture
def far_road(three, founded_house, tmp_path):
    networks = Networks(
        in_hall=three.hall.enter,
        in_dmz=three.dmz.enter,
        dmz_from_hall=DMZ_TO_HALL,
        dmz_from_public=DMZ_TO_PUBLIC,
        hall_from_dmz=HALL,
        one_nginx_process=True,
    )
    road = PhonesRoad(tmp_path / "road", founded_house.copy(tmp_path / "house"), networks, heartbeat_s=0.5)
    try:
        road.open()
        yield road
    finally:
        road.close()
