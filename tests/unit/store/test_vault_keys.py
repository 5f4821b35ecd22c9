import stat

import pytest

from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.retention import Purpose, Retention
from queue_core.store.vault import FileVault

Q = Purpose.QUEUEING
DAY = "2026-11-20"
CLEAR = "林晓 440106199003075136".encode()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys.db"


@pytest.fixture
def vault(path):
    vault = FileVault(path)
    yield vault
    vault.close()


def test_what_was_sealed_opens_again_after_a_restart(vault, path) -> None:
    sealed = vault.seal(Q, DAY, CLEAR, "ticket")
    assert CLEAR not in sealed
    again = FileVault(path)
    assert again.unseal(Q, DAY, sealed, "ticket") == CLEAR
    again.close()


def test_the_same_words_never_look_the_same_sealed(vault) -> None:
    assert vault.seal(Q, DAY, CLEAR, "ticket") != vault.seal(Q, DAY, CLEAR, "ticket")


def test_sealed_words_open_for_their_own_ticket_and_day_only(vault) -> None:
    sealed = vault.seal(Q, DAY, CLEAR, "ticket")
    vault.seal(Q, "2026-11-21", CLEAR, "ticket")
    vault.seal(Purpose.PICKUP, DAY, CLEAR, "ticket")
    for purpose, day, about in [
        (Q, DAY, "another"),
        (Q, "2026-11-21", "ticket"),
        (Purpose.PICKUP, DAY, "ticket"),
    ]:
        with pytest.raises(Unsealable):
            vault.unseal(purpose, day, sealed, about)


def test_looking_for_a_name_makes_no_key(vault) -> None:
    """After a restored backup the old days have no keys, and shall not seem to have some."""
    sealed = vault.seal(Q, DAY, CLEAR, "ticket")
    with pytest.raises(KeyDestroyed):
        vault.unseal(Q, "2026-11-19", sealed, "ticket")
    assert not vault.is_fingerprint(bytes(32), "2026-11-19", b"body")
    assert vault.known_as(Purpose.PICKUP, "440106199003075136") == ()
    assert vault._file.days(Q) == [DAY]
    assert vault._file.days(Purpose.PICKUP) == []


@pytest.mark.parametrize("garbage", [b"", b"short", bytes(60)])
def test_garbage_is_not_opened(vault, garbage) -> None:
    vault.seal(Q, DAY, CLEAR, "ticket")
    with pytest.raises(Unsealable):
        vault.unseal(Q, DAY, garbage, "ticket")


def test_a_person_is_found_within_a_day_and_not_across_days(vault) -> None:
    assert vault.person(Q, DAY, "44010619900307002X") == vault.person(Q, DAY, "44010619900307002x ")
    assert vault.person(Q, DAY, "44010619900307002X") != vault.person(Q, "2026-11-21", "44010619900307002X")


def test_the_holders_secret_is_the_same_each_time(vault, path) -> None:
    secret = vault.holder_secret("abc")
    assert secret == vault.holder_secret("abc") != vault.holder_secret("abd")
    assert len(secret) == 16
    again = FileVault(path)
    assert again.holder_secret("abc") == secret
    again.close()


def test_the_secret_of_another_hall_differs(vault, tmp_path) -> None:
    other = FileVault(tmp_path / "other.db")
    assert other.holder_secret("abc") != vault.holder_secret("abc")
    other.close()


def test_a_destroyed_key_erases_its_day_for_good(vault, path) -> None:
    sealed = vault.seal(Q, DAY, CLEAR, "ticket")
    vault.destroy(Purpose.QUEUEING, DAY)
    again = FileVault(path)
    for each in (vault, again):
        with pytest.raises(KeyDestroyed):
            each.unseal(Q, DAY, sealed, "ticket")
        with pytest.raises(KeyDestroyed):
            each.seal(Q, DAY, CLEAR, "ticket")
    again.close()


def test_destroyed_keys_are_in_no_file_any_more(vault, path) -> None:
    days = [f"2026-{month:02d}-{day:02d}" for month in (9, 10, 11) for day in range(1, 31)]
    keys = {day: vault._file.key(Purpose.QUEUEING, day) for day in days}
    for day in days[::2]:
        vault.destroy(Purpose.QUEUEING, day)
    kept = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert [day for day in days if keys[day] in kept] == days[1::2]


def test_a_person_of_the_last_weeks_is_found_under_every_day_still_kept(vault) -> None:
    days = ["2026-10-01", "2026-11-01", "2026-11-20"]
    hashes = [vault.person(Purpose.PICKUP, day, "44010619900307002X") for day in days]
    assert len(set(hashes)) == 3
    assert vault.known_as(Purpose.PICKUP, " 44010619900307002x") == tuple(reversed(hashes))
    vault.retire("2026-12-01", "2026-11-30")
    assert vault.known_as(Purpose.PICKUP, "44010619900307002X") == (hashes[2], hashes[1])


def test_a_fingerprint_is_known_again_until_its_day_is_destroyed(vault) -> None:
    fingerprint = vault.fingerprint(DAY, b"body")
    assert vault.is_fingerprint(fingerprint, DAY, b"body")
    assert not vault.is_fingerprint(fingerprint, DAY, b"another body")
    vault.destroy(Q, DAY)
    assert not vault.is_fingerprint(fingerprint, DAY, b"body")


def test_each_purpose_is_retired_at_the_end_of_its_own_retention_and_the_halls_own_never(vault) -> None:
    secret = vault.holder_secret("abc")
    ends = {
        Purpose.QUEUEING: ("2026-11-18", "2026-11-19"),
        Purpose.APPOINTMENT: ("2026-11-18", "2026-11-19"),
        Purpose.FOLLOW_UP: ("2026-09-20", "2026-09-21"),
        Purpose.PICKUP: ("2026-09-20", "2026-09-21"),
        Purpose.LOGS: ("2026-05-23", "2026-05-24"),
    }
    for purpose, days in ends.items():
        for day in (*days, "2026-12-24"):
            vault.seal(purpose, day, CLEAR, "x")
    kept_from = vault.retire(DAY, "2026-11-19")
    for purpose, (_, first_kept) in ends.items():
        assert vault._file.days(purpose) == [first_kept, "2026-12-24"]
        assert kept_from[purpose] == first_kept
    assert vault.holder_secret("abc") == secret


def test_queueing_keys_outlive_days_without_business_as_repeated_commands_do(vault) -> None:
    for day in ("2026-11-12", "2026-11-13"):
        vault.fingerprint(day, b"body")
    vault.retire("2026-11-16", answered_from="2026-11-13")
    assert vault._file.days(Q) == ["2026-11-13"]


def test_a_hall_sets_its_own_retention_and_the_file_remembers_it(path) -> None:
    set_by_hall = Retention(queueing_days=3, pickup_days=90, logs_days=365)
    vault = FileVault(path, set_by_hall)
    for day in ("2026-11-16", "2026-11-17"):
        vault.seal(Q, day, CLEAR, "x")
    vault.retire(DAY, answered_from="2026-11-19")
    assert vault._file.days(Q) == ["2026-11-17"]
    assert vault._file.retention() == set_by_hall
    vault.close()


@pytest.mark.parametrize(
    ("purpose", "last"), [(Q, "2026-11-22"), (Purpose.PICKUP, "2027-01-20"), (Purpose.LOGS, "2027-05-20")]
)
def test_the_day_of_destruction_is_the_first_on_which_it_is_not_kept(purpose, last) -> None:
    ends_on = Retention().ends_on(purpose, DAY)
    assert ends_on == last
    assert Retention().kept_from(ends_on, ends_on)[purpose] > DAY


@pytest.mark.usefixtures("vault")
def test_the_keys_are_for_the_servers_eyes_only(path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
