"""Who may come in: tokens, enrolment, clerks' sessions and the administrator.

Each way in is limited in how often it may fail, by client address and by account.
"""

import asyncio
import time
from collections.abc import Callable

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from msgspec import Struct

from queue_core.app.hall import Hall
from queue_core.app.opening import wall_ms
from queue_core.domain.refusals import NoSuchWindow
from queue_core.hall.attempts import Attempts
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal, unauthenticated
from queue_core.hall.readers import Readers
from queue_core.hall.seats import Seats
from queue_core.hall.settings import HallSettings
from queue_core.hall.staff_cards import StaffCards
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts, ClerkSession, Device
from queue_core.wire import messages
from queue_core.wire.enrolment import TypedCode, new_secret
from queue_core.wire.lockers import ShowStaff
from queue_core.wire.words import Role

CODE_LIVES_MS = 15 * 60_000
ADMIN_SESSION_LIVES_MS = 10 * 60_000
MIN_PASSWORD_LENGTH = 8
NO_DEVICES = frozenset({Role.CLERK, Role.GUIDE, Role.COURIER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN})


_BY_CARD = frozenset({Role.CLERK, Role.GUIDE, Role.COURIER})


class KnownStaff(Struct, frozen=True, kw_only=True):
    """`is_sure`: by more than a card whose serial can be copied, as far as the hall minds that."""

    member: messages.StaffMember
    is_sure: bool


class Reception:
    """`ended` is told each token hash that is known no longer, so that its streams can be closed."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        tokens: Tokens,
        hall: Hall,
        settings: HallSettings,
        fingerprint: str,
        ended: Callable[[bytes], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._accounts = accounts
        self._tokens = tokens
        self._fingerprint = fingerprint
        self._ended = ended
        self._clerks = {clerk.number: clerk.name for clerk in settings.clerks}
        self._roles = {clerk.number: Role(clerk.role) for clerk in settings.clerks}
        self._windows = frozenset(window.number for window in settings.windows)
        self._cabinets = tuple(cabinet.code for cabinet in settings.cabinets)
        self._hall_name = settings.names.get("zh-CN") or next(iter(settings.names.values()))
        self._admins: dict[bytes, int] = {}
        self.readers = Readers(self._roles, tokens)
        self._logins = Attempts(limit=5, within_s=60, clock=clock)
        self._enrolments = Attempts(limit=10, within_s=60, clock=clock)
        self._takes_cards = settings.staff.login_by_card
        self.cards = StaffCards(accounts=accounts, tokens=tokens, settings=settings, clock=clock)
        self.seats = Seats(accounts=accounts, tokens=tokens, hall=hall, ended=ended, clock=clock)
        self._hasher = PasswordHasher()

    def principal(self, token: str, day: str) -> Principal:
        """Who holds the token on that business day. Raises Denied 401."""
        token_hash = self._tokens.hash(token)
        if (device := self._accounts.device(token_hash)) is not None:
            return Principal(
                role=Role(device.role), name=device.device, windows=device.windows, token_hash=token_hash
            )
        if (session := self._accounts.session(token_hash)) is not None:
            if session.day != day or session.clerk not in self._clerks:
                raise unauthenticated()
            return Principal(
                role=self._roles[session.clerk],
                name=session.clerk,
                windows=() if session.window is None else (session.window,),
                token_hash=token_hash,
            )
        if (reader := self.readers.principal(token_hash)) is not None:
            return reader
        if self._admins.get(token_hash, 0) > wall_ms():
            return Principal(role=Role.ADMIN, name="admin", windows=(), token_hash=token_hash)
        raise unauthenticated()

    def clerk_at(self, window: int, day: str) -> str | None:
        """The clerk logged in at a window today."""
        session = self._accounts.session_at(window)
        return session.clerk if session is not None and session.day == day else None

    async def open_admin_session(self, secret: str, address: str) -> messages.AdminSession:
        self._logins.require(("admin", address))
        if not await self._verify(self._accounts.admin_secret_hash(), secret):
            self._logins.failed(("admin", address))
            raise Denied(
                401, "wrong-secret", "That is not the admin secret.", "It was printed by `hall init`."
            )
        now_ms = wall_ms()
        self._admins = {known: until for known, until in self._admins.items() if until > now_ms}
        token = self._tokens.new()
        self._admins[self._tokens.hash(token)] = now_ms + ADMIN_SESSION_LIVES_MS
        return messages.AdminSession(token=token, expires_at_ms=now_ms + ADMIN_SESSION_LIVES_MS)

    def create_code(self, wanted: messages.CreateEnrolmentCode) -> messages.EnrolmentCode:
        for window in wanted.windows:
            if window not in self._windows:
                raise NoSuchWindow(window)
        if wanted.role in NO_DEVICES or not wanted.device.strip():
            raise Denied(
                422,
                "not-a-device",
                f"A device with the role {wanted.role} and the name {wanted.device!r} cannot be enrolled.",
                "Name the device, and choose a role of devices, such as kiosk, counter or wall.",
            )
        if wanted.role is Role.TERMINAL and len(wanted.windows) != 1:
            raise Denied(
                422,
                "terminal-without-window",
                "A terminal is one window of the hall.",
                "Name its window, such as `--window 13`.",
            )
        if wanted.role is Role.CABINET and wanted.device not in self._cabinets:
            raise Denied(
                422,
                "no-such-cabinet",
                f"There is no cabinet {wanted.device!r} in hall.toml.",
                f"Name one of {', '.join(self._cabinets) or 'none: add [[cabinets]] to hall.toml'}.",
            )
        secret, now_ms = new_secret(), wall_ms()
        self._accounts.add_code(
            self._tokens.hash(secret),
            Device(role=wanted.role.value, device=wanted.device, windows=wanted.windows),
            now_ms=now_ms,
            expires_at_ms=now_ms + CODE_LIVES_MS,
        )
        code = TypedCode(secret=secret, fingerprint=self._fingerprint)
        return messages.EnrolmentCode(code=str(code), expires_at_ms=now_ms + CODE_LIVES_MS)

    def enrol(self, wanted: messages.Enrol, key: str, address: str) -> messages.Enrolled:
        self._enrolments.require(address)
        token = self._tokens.derived("enrol", wanted.code, key)
        spent = self._accounts.spend_code(
            self._tokens.hash(wanted.code),
            on=self._tokens.hash(key),
            token_hash=self._tokens.hash(token),
            now_ms=wall_ms(),
        )
        if spent is None:
            self._enrolments.failed(address)
            raise Denied(
                403,
                "code-not-valid",
                "This enrolment code is unknown, used or too old.",
                "Make a new one with `paihao hall enrolment-code`; it lives 15 minutes.",
            )
        for replaced in spent.replaced:
            self._ended(replaced)
        device = spent.device
        return messages.Enrolled(
            token=token,
            role=Role(device.role),
            device=device.device,
            hall=self._hall_name,
            windows=device.windows,
        )

    async def set_password(self, clerk: str, password: str) -> None:
        if clerk not in self._clerks:
            raise Denied(404, "no-such-clerk", f"There is no clerk {clerk}.", "Add the clerk to hall.toml.")
        if len(password) < MIN_PASSWORD_LENGTH:
            raise Denied(
                422,
                "password-too-short",
                f"A password has at least {MIN_PASSWORD_LENGTH} characters.",
                "Choose a longer one.",
            )
        self._accounts.set_password_hash(clerk, await asyncio.to_thread(self._hasher.hash, password))
        self.readers.end_sessions_of(clerk)
        for ended in self._accounts.end_sessions_of(clerk):
            self._ended(ended)

    def revoke(self, device: str) -> None:
        """Know a lost device no longer; its streams end at once. Raises Denied for an unknown one."""
        known = self._accounts.revoke(device)
        if not known:
            raise Denied(
                404, "no-such-device", f"There is no device {device!r}.", "Check the name it was enrolled by."
            )
        for ended in known:
            self._ended(ended)

    async def log_in(
        self, wanted: messages.LogIn, counter: Principal, day: str, address: str, key: str
    ) -> messages.Session:
        """Sit the clerk at the window. The same clerk again gets a new token for the same seat.

        Guides and supervisors sit at none, whatever they ask for.
        """
        by_card = None if wanted.card is None else self._card_holder(wanted.card, counter)
        clerk = wanted.clerk if by_card is None else by_card.clerk
        role = self._roles.get(clerk, Role.CLERK)
        window = wanted.window if role is Role.CLERK else None
        if role is Role.CLERK:
            self._require_own_window(window, counter)
        if by_card is None:
            await self._require_password(clerk, wanted.password, address)
        if role is Role.COURIER:
            raise Denied(
                403,
                "courier-at-cabinets",
                "A courier works at cabinets only.",
                "Log in at the cabinet; let a clerk, guide or supervisor log in here.",
            )
        session = ClerkSession(clerk=clerk, window=window, day=day)
        token = await self.seats.sit(session, takes_over=wanted.takes_over, key=key)
        return messages.Session(
            token=token,
            clerk=clerk,
            display_name=self._clerks[clerk],
            window=window,
            role=role,
        )

    async def staff_at(self, wanted: ShowStaff, device: Principal, address: str) -> KnownStaff:
        """Who stands before a device at which nobody logs in. Raises Denied."""
        if wanted.card is not None:
            member = self.cards.member(wanted.card, device)
            return KnownStaff(member=member, is_sure=self._takes_cards and member.role in _BY_CARD)
        await self._require_password(wanted.clerk, wanted.password, address)
        member = messages.StaffMember(
            clerk=wanted.clerk, display_name=self._clerks[wanted.clerk], role=self._roles[wanted.clerk]
        )
        return KnownStaff(member=member, is_sure=True)

    async def log_in_to_read(self, wanted: messages.LogInToRead, address: str) -> messages.ReadingSession:
        """A session for the figures alone, from any browser; whoever sits at a window goes on there."""
        await self._require_password(wanted.number, wanted.password, address)
        return self.readers.begin(wanted.number, self._clerks[wanted.number])

    async def _require_password(self, number: str, password: str, address: str) -> None:
        """Raises Denied 401, and 429 when it was wrong too often."""
        accounts = (("clerk", number), ("address", address))
        self._logins.require(*accounts)
        known = self._accounts.password_hash(number) if number in self._clerks else None
        self._logins.failed(("clerk", number))  # before it is known: guesses side by side count too
        is_right = await self._verify(known, password)
        if not is_right or self._accounts.password_hash(number) != known:  # changed while it was looked at
            self._logins.failed(("address", address))
            raise Denied(
                401,
                "wrong-password",
                "Number and password do not belong together.",
                "Try again; the administrator can set a new password with `paihao hall clerk`.",
            )
        self._logins.succeeded(("clerk", number))

    def _require_own_window(self, window: int | None, counter: Principal) -> None:
        if window is None or window not in self._windows:
            raise NoSuchWindow(window or 0)
        counter.require_window(window)

    def _card_holder(self, serial: str, counter: Principal) -> messages.StaffMember:
        """Who logs in by a card alone, where the hall allows it. Its serial can be copied.

        What a supervisor may do at every window is worth more than that.
        """
        if not self._takes_cards:
            raise Denied(
                403,
                "card-login-off",
                "In this hall a staff card alone logs nobody in.",
                "Log in with number and password, or write `login_by_card = true` in [staff] of hall.toml.",
            )
        member = self.cards.member(serial, counter)
        if member.role not in _BY_CARD:
            raise Denied(
                403,
                "password-needed",
                f"A {member.role} logs in with a password.",
                "Log in with number and password: the serial of a card can be copied.",
            )
        return member

    async def log_out(self, clerk: Principal, key: str) -> None:
        """Close the window and end the session. Raises WindowBusy with a ticket in hand."""
        await self.seats.stand_up(clerk, key)

    async def _verify(self, known: str | None, secret: str) -> bool:
        """As slow for an unknown account as for a wrong password: nobody learns which numbers exist."""
        return await asyncio.to_thread(self._is_secret, known, secret)

    def _is_secret(self, known: str | None, secret: str) -> bool:
        if known is None:
            self._hasher.hash(secret)
            return False
        try:
            return self._hasher.verify(known, secret)
        except (VerificationError, InvalidHashError):
            return False
