import asyncio
import gzip

import pytest
from msgspec import Struct

from queue_core.hall.cacheable import Shelf, document, packed, told

KEPT_S = 3.0


class Notice(Struct):
    text: str


class Maker:
    """Makes a notice with the number of the making, when it is let."""

    def __init__(self) -> None:
        self.made = 0
        self.may_go_on = asyncio.Event()

    async def __call__(self) -> Notice:
        self.made += 1
        made = self.made
        await self.may_go_on.wait()
        return Notice(str(made))


class Hands:
    """Of a clock."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def shelf(clock: Hands) -> Shelf:
    return Shelf(lives_s=KEPT_S, most=2, clock=clock)


async def test_a_hundred_who_ask_at_once_cost_one_making(shelf: Shelf) -> None:
    make = Maker()
    asking = asyncio.gather(*(shelf.get("hall", make) for _ in range(100)))
    make.may_go_on.set()
    assert {each.body for each in await asking} == {b'{"text":"1"}'}
    assert make.made == 1


async def test_who_asks_within_the_time_gets_the_same_and_later_a_new_one(shelf: Shelf, clock: Hands) -> None:
    make = Maker()
    make.may_go_on.set()
    first = await shelf.get("hall", make)
    clock.now_s += KEPT_S - 0.1
    assert await shelf.get("hall", make) == first
    clock.now_s += 0.1
    assert (await shelf.get("hall", make)).body == b'{"text":"2"}'


async def test_one_who_hangs_up_takes_the_document_from_nobody(shelf: Shelf) -> None:
    make = Maker()
    leaving, staying = (asyncio.create_task(shelf.get("hall", make)) for _ in range(2))
    await asyncio.wait((leaving,), timeout=0)
    leaving.cancel()
    make.may_go_on.set()
    assert (await staying).body == b'{"text":"1"}'
    assert leaving.cancelled()


async def test_a_failure_is_told_to_who_asked_and_not_kept(shelf: Shelf) -> None:
    async def fail() -> Notice:
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            await shelf.get("hall", fail)
    make = Maker()
    make.may_go_on.set()
    assert (await shelf.get("hall", make)).body == b'{"text":"1"}'


async def test_a_making_that_fails_late_takes_no_newer_document_away(shelf: Shelf) -> None:
    failing = asyncio.Event()

    async def fail() -> Notice:
        await failing.wait()
        raise LookupError

    asking = asyncio.create_task(shelf.get("hall", fail))
    await asyncio.wait((asking,), timeout=0)
    make = Maker()
    make.may_go_on.set()
    for key in ("one", "two", "hall"):  # there is room for two: the one that is being made is forgotten
        await shelf.get(key, make)
    failing.set()
    with pytest.raises(LookupError):
        await asking
    assert (await shelf.get("hall", make)).body == b'{"text":"3"}'


async def test_no_more_are_kept_than_there_is_room_for(shelf: Shelf) -> None:
    make = Maker()
    make.may_go_on.set()
    for key in ("one", "two", "three", "two", "three"):
        await shelf.get(key, make)
    assert make.made == 3
    await shelf.get("one", make)
    assert make.made == 4


def test_the_same_document_has_the_same_etag_and_another_a_different_one() -> None:
    assert document(Notice("one")) == document(Notice("one"))
    assert document(Notice("one")).etag != document(Notice("two")).etag


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}'])
def test_who_has_the_document_is_told_so_whatever_the_caches_made_of_its_etag(known: str) -> None:
    found = document(Notice("one"))
    answer = told(found, 10, known.format(found.etag))
    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, None, found.etag)


def test_who_takes_it_compressed_gets_it_so_and_has_it_by_an_etag_of_its_own() -> None:
    found = packed(b"long " * 1000)
    plain, small = told(found, 10, None), told(found, 10, None, "br, gzip")
    assert (plain.content, gzip.decompress(small.content)) == (found.body, found.body)
    assert plain.headers["ETag"] != small.headers["ETag"]
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"
    assert told(found, 10, small.headers["ETag"], "gzip").status_code == 304
    assert told(found, 10, plain.headers["ETag"], "gzip").content == found.gzipped


@pytest.mark.parametrize("known", [None, '"other"', ""])
def test_who_has_it_not_gets_it(known: str | None) -> None:
    found = document(Notice("one"))
    assert told(found, 10, known).content == found.body
