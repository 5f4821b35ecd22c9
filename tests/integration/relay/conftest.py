"""A hall on the road that deploy/ lays: once on this machine alone, once across three networks."""

import ssl
from contextlib import ExitStack

import httpx
import pytest

from benchmarks.durability.house import House
from benchmarks.phones_road import Networks, PhonesRoad
from tests.integration.relay.networks import DMZ_TO_HALL, DMZ_TO_PUBLIC, HALL, NotPermitted, Three


@pytest.fixture(scope="package")
def founded_house(tmp_path_factory):
    return House.found(tmp_path_factory.mktemp("founded"))


@pytest.fixture(scope="module")
def three():
    with ExitStack() as stack:
        try:
            yield Three(stack)
        except NotPermitted as error:
            pytest.skip(f"neither root nor user namespaces may make networks here: {error}")


@pytest.fixture(scope="module")
def far_road(three, founded_house, tmp_path_factory):
    place = tmp_path_factory.mktemp("far-road")
    networks = Networks(
        in_hall=three.hall.enter,
        in_dmz=three.dmz.enter,
        dmz_from_hall=DMZ_TO_HALL,
        dmz_from_public=DMZ_TO_PUBLIC,
        hall_from_dmz=HALL,
        one_nginx_process=True,
    )
    road = PhonesRoad(place / "road", founded_house.copy(place / "house"), networks, heartbeat_s=0.5)
    try:
        road.open()
        yield road
    finally:
        road.close()


@pytest.fixture(scope="module")
def road(founded_house, tmp_path_factory):
    """On this machine alone."""
    place = tmp_path_factory.mktemp("road")
    road = PhonesRoad(place / "road", founded_house.copy(place / "house"))
    try:
        road.open()
        yield road
    finally:
        road.close()


@pytest.fixture
def own_uplink(road):
    """A test may stop or change it: afterwards it is as before."""
    yield
    road.reopen()


@pytest.fixture
def phone(road):
    with phone_from("127.0.0.1", road) as phone:
        yield phone


@pytest.fixture
def another_phone(road):
    """Behind another address: what it does too often is nobody else's matter."""
    with phone_from("127.0.0.2", road) as phone:
        yield phone


def phone_from(address, road):
    trust = ssl.create_default_context(cafile=road.authority)
    way = httpx.HTTPTransport(verify=trust, local_address=address)
    return httpx.Client(base_url=road.url, transport=way, timeout=15)
