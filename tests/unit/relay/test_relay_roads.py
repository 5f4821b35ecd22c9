import pytest

from queue_core.relay.roads import query_for, road_to


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/t/Ab_-12345678", "/t/{reference}"),
        ("/h", "/h"),
        ("/p", "/p"),
        ("/m/440100-0001.2", "/m/{matter}"),
        ("/phone/ticket.js", "/phone/{file}"),
        ("/public/hall", "/public/{document}"),
        ("/public/matters", "/public/matters"),
        ("/public/pickups", "/public/pickups"),
        ("/public/matters/sole-trader-setup", "/public/{document}/{name}"),
        ("/public/tickets/Ab12", "/public/tickets/{reference}"),
        ("/public/tickets/Ab12/hold", "/public/tickets/{reference}/{act}"),
    ],
)
def test_a_public_path_has_a_road_whose_name_gives_nothing_away(path, name) -> None:
    assert road_to(path).name == name


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/t/",
        "/t/a/b",
        "/t/..",
        "/t/%41",
        "/h/",
        "/p/123456789.token",
        "/phone/../api/v1/hall",
        "/phone/.hidden.js",
        "/phone/a%2fb.js",
        "/public",
        "/public/",
        "/public//hall",
        "/public/../api/v1/hall",
        "/public/a/./b",
        "/public/a/b/c",
        "/public/a/b/c/d/e",
        "/public/tickets/a\n",
        "/public/hall ",
        "/public/办事",
        "/api/v1/tickets",
        "/schema/openapi.json",
        "//public/hall",
        "https://elsewhere.example/public/hall",
        "/public/" + "x" * 200,
    ],
)
def test_any_other_path_has_none(path) -> None:
    assert road_to(path) is None


def test_pages_are_read_and_documents_of_holders_changed() -> None:
    assert [road_to("/t/x").leads(method) for method in ("GET", "HEAD", "POST", "PUT")] == [
        True,
        True,
    ] + 2 * [False]
    assert road_to("/public/tickets/x/hold").leads("POST")
    assert not road_to("/public/tickets/x").leads("POST")
    assert not road_to("/public/hall").leads("POST")
    assert not road_to("/public/tickets/x/hold").leads("DELETE")


def test_a_query_goes_on_only_to_documents_that_are_searched() -> None:
    assert query_for(road_to("/t/x"), "from=singlemessage") == ""
    assert query_for(road_to("/public/tickets/x"), "from=timeline") == ""
    assert query_for(road_to("/public/hall"), "anything=new") == ""
    assert query_for(road_to("/public/matters"), "q=%E6%B3%A8&limit=20") == "q=%E6%B3%A8&limit=20"
    assert query_for(road_to("/public/matters"), "q=a b") is None
    assert query_for(road_to("/public/matters"), "q=" + "a" * 500) is None
