import stat

import pytest

from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.vault import FileVault, Purpose

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
    sealed = vault.seal(DAY, CLEAR, "ticket")
    assert CLEAR not in sealed
    again = FileVault(path)
    assert again.unseal(DAY, sealed, "ticket") == CLEAR
    again.close()


def test_the_same_words_never_look_the_same_sealed(vault) -> None:
    assert vault.seal(DAY, CLEAR, "ticket") != vault.seal(DAY, CLEAR, "ticket")


def test_sealed_words_open_for_their_own_ticket_and_day_only(vault) -> None:
    sealed = vault.seal(DAY, CLEAR, "ticket")
    for day, about in [(DAY, "another"), ("2026-11-21", "ticket")]:
        with pytest.raises(Unsealable):
            vault.unseal(day, sealed, about)


@pytest.mark.parametrize("garbage", [b"", b"short", bytes(60)])
def test_garbage_is_not_opened(vault, garbage) -> None:
    with pytest.raises(Unsealable):
        vault.unseal(DAY, garbage, "ticket")


def test_a_person_is_found_within_a_day_and_not_across_days(vault) -> None:
    assert vault.person(DAY, "44010619900307002X") == vault.person(DAY, "44010619900307002x ")
    assert vault.person(DAY, "44010619900307002X") != vault.person("2026-11-21", "44010619900307002X")


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
    sealed = vault.seal(DAY, CLEAR, "ticket")
    vault.destroy(Purpose.QUEUEING, DAY)
    again = FileVault(path)
    for each in (vault, again):
        with pytest.raises(KeyDestroyed):
            each.unseal(DAY, sealed, "ticket")
        with pytest.raises(KeyDestroyed):
            each.seal(DAY, CLEAR, "ticket")
    again.close()


def test_destroyed_keys_are_in_no_file_any_more(vault, path) -> None:
    days = [f"2026-{month:02d}-{day:02d}" for month in (9, 10, 11) for day in range(1, 31)]
    keys = {day: vault._file.key(Purpose.QUEUEING, day) for day in days}
    for day in days[::2]:
        vault.destroy(Purpose.QUEUEING, day)
    kept = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert [day for day in days if keys[day] in kept] == days[1::2]


def test_keys_of_old_days_are_retired_and_the_halls_own_is_not(vault) -> None:
    days = ["2026-11-18", "2026-11-19", "2026-11-20"]
    secret = vault.holder_secret("abc")
    for day in days:
        vault.seal(day, CLEAR, "ticket")
    vault.retire(before="2026-11-19")
    assert vault._file.days(Purpose.QUEUEING) == days[1:]
    assert vault.holder_secret("abc") == secret


@pytest.mark.usefixtures("vault")
def test_the_keys_are_for_the_servers_eyes_only(path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
