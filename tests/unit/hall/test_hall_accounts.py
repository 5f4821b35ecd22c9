from pathlib import Path

import pytest

from queue_core.store.accounts import Accounts, ClerkSession, Device
from queue_core.store.errors import AccountsUnusable

K1 = Device(role="kiosk", device="K1", windows=())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accounts.db"


@pytest.fixture
def accounts(path: Path):
    accounts = Accounts.open(path)
    yield accounts
    accounts.close()


def spend(accounts: Accounts, *, on: bytes = b"first", now_ms: int = 10) -> Device | None:
    spent = accounts.spend_code(b"secret", on=on, token_hash=b"token" + on, now_ms=now_ms)
    return None if spent is None else spent.device


def test_a_code_makes_one_device_and_the_same_request_again_gets_the_same(accounts: Accounts) -> None:
    accounts.add_code(b"secret", K1, now_ms=0, expires_at_ms=100)
    assert spend(accounts) == spend(accounts) == K1
    assert spend(accounts, on=b"second") is None
    assert accounts.device(b"tokenfirst") == K1
    assert accounts.device(b"tokensecond") is None


def test_a_code_too_old_makes_nothing(accounts: Accounts) -> None:
    accounts.add_code(b"secret", K1, now_ms=0, expires_at_ms=100)
    assert spend(accounts, now_ms=100) is None


def test_a_device_enrolled_again_is_known_by_its_new_token_only(accounts: Accounts, path: Path) -> None:
    for secret in (b"one", b"two"):
        accounts.add_code(secret, K1, now_ms=0, expires_at_ms=100)
        spent = [accounts.spend_code(secret, on=secret, token_hash=secret, now_ms=1) for _ in range(2)]
    assert [each.replaced for each in spent] == [(b"one",), ()]
    for known in (accounts, Accounts.open(path)):
        assert (known.device(b"one"), known.device(b"two")) == (None, K1)
    known.close()


def test_one_clerk_a_window_and_one_window_a_clerk(accounts: Accounts, path: Path) -> None:
    def sit(token: bytes, clerk: str, window: int) -> tuple[bytes, ...]:
        return accounts.begin_session(token, ClerkSession(clerk=clerk, window=window, day="2026-01-05"))

    assert sit(b"a", "1001", 1) == ()
    assert sit(b"b", "1002", 2) == ()
    assert set(sit(b"c", "1001", 2)) == {b"a", b"b"}
    accounts.end_session(b"nobody")
    again = Accounts.open(path)
    assert (again.session(b"a"), again.session(b"b")) == (None, None)
    assert again.session_at(2) == again.session_of("1001") == again.session(b"c")
    again.close()


def test_a_file_that_is_no_accounts_is_named(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(AccountsUnusable, match=r"accounts\.db") as damaged:
        Accounts.open(path)
    assert "backup" in damaged.value.remedy


def test_the_file_holds_hashes_only_of_what_it_was_given(accounts: Accounts) -> None:
    assert accounts.password_hash("1001") is None
    accounts.set_password_hash("1001", "$argon2id$first")
    accounts.set_password_hash("1001", "$argon2id$second")
    accounts.set_admin_secret_hash("$argon2id$admin")
    assert accounts.password_hash("1001") == "$argon2id$second"
    assert accounts.admin_secret_hash() == "$argon2id$admin"
