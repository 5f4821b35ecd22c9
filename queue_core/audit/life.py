"""In which states an event may happen to a ticket, to its delivery and to a window, and what comes of it.

Written out from docs/journal.md as tables of words: kind of event, then state before, then state after.
"""

from queue_core.audit.words import Act, OrderState, Stage

_OPEN = ("remote", "waiting", "deferred", "called", "serving", "held", "absent")
_STILL = {state: state for state in _OPEN}
_AWAY = ("remote", "waiting", "deferred", "held", "absent")


def _to(after: str, *before: str) -> dict[str, str]:
    return dict.fromkeys(before, after)


TICKET_LIFE: dict[str, dict[str, str]] = {
    "ticket-arrived": _to("waiting", "remote"),
    "estimate-shown": _STILL,
    "priority-granted": _STILL,
    "ticket-converted": _STILL,
    "errand-added": _STILL,
    "result-ready": {**_STILL, "finished": "waiting"},
    "ticket-deferred": _to("deferred", "waiting"),
    "deferral-ended": _to("waiting", "deferred"),
    "ticket-cancelled": _to("cancelled", *_AWAY, "called"),
    "ticket-expired": _to("expired", *_OPEN),
    "ticket-withdrawn": _to("withdrawn", "remote", "waiting", "deferred"),
    "ticket-called": _to("called", "waiting", "deferred", "absent"),
    "ticket-recalled": _to("called", "called"),
    "call-spoken": _to("called", "called"),
    "note-written": {"called": "called", "serving": "serving"},
    "service-started": _to("serving", "called"),
    "service-finished": _to("finished", "serving"),
    "stage-finished": _to("waiting", "serving"),
    "ticket-sent-back": _to("waiting", "called", "serving"),
    "ticket-held": _to("held", "serving"),
    "ticket-missed": _to("absent", "called"),
    "ticket-returned": _to("waiting", "absent", "held"),
}

DELIVERY_LIFE: dict[str, dict[str, str]] = {
    "ticket-printing": _to("printing", "issued", "failed", "printed", "reprinted", "paperless"),
    "ticket-printed": _to("printed", "issued", "printing", "failed", "paperless"),
    "ticket-reprinted": _to("reprinted", "printing", "printed", "reprinted", "failed", "paperless"),
    "ticket-print-failed": {**_to("failed", "issued", "printing"), "paperless": "paperless"},
    "ticket-went-paperless": _to("paperless", "issued", "printing", "failed", "printed", "reprinted"),
    "ticket-withdrawn": _to("withdrawn", "issued", "printing", "failed"),
}

WINDOW_LIFE: dict[str, dict[str, str]] = {
    "window-opened": _to("free", "closed"),
    "window-taken-over": {state: state for state in ("free", "paused", "called", "serving")},
    "window-closed": _to("closed", "free", "paused"),
    "pause-asked": {"called": "called", "serving": "serving"},
    "window-paused": _to("paused", "free", "paused"),
    "window-resumed": {"paused": "free", "called": "called", "serving": "serving"},
    "ticket-called": _to("called", "free"),
    "ticket-recalled": _to("called", "called"),
    "call-spoken": _to("called", "called"),
    "note-written": {"called": "called", "serving": "serving"},
    "service-started": _to("serving", "called"),
    "service-finished": _to("free", "serving"),
    "stage-finished": _to("free", "serving"),
    "ticket-sent-back": _to("free", "called", "serving"),
    "ticket-held": _to("free", "serving"),
    "ticket-missed": _to("free", "called"),
    "ticket-cancelled": _to("free", "called"),
    "ticket-expired": _to("free", "called", "serving"),
}

CASE_LIFE: dict[str, dict[str, str]] = {
    "case-ready": _to("ready", "accepted"),
    "case-placed": {"ready": "ready", "expired": "expired"},
    "case-deposited": _to("ready", "ready", "expired", "handed-over"),
    "case-removed": _to("ready", "ready", "expired"),
    "case-missing": {"ready": "ready", "handed-over": "ready", "expired": "expired"},
    "case-kept-longer": _to("ready", "ready", "expired"),
    "case-expired": _to("expired", "ready"),
    "case-returned": _to("returned", "ready", "expired"),
    "case-handed-over": _to("handed-over", "ready", "expired"),
    "receipt-printed": {
        state: state for state in ("accepted", "ready", "handed-over", "expired", "returned")
    },
}

UNLOCKING_LIFE: dict[str, dict[str, OrderState]] = {
    "door-changed": {"asked": "open", "open": "open", "unsure": "unsure"},
    "finding-said": {"asked": "asked", "open": "open", "unsure": "unsure", "settled": "settled"},
    "unlocking-unsure": {"asked": "unsure", "open": "unsure", "unsure": "unsure"},
    "unlocking-settled": {"open": "settled", "unsure": "settled"},
    "unlocking-failed": {"asked": "failed", "open": "failed", "unsure": "failed"},
}

AFTER: dict[Act, Stage] = {"contact": "verify", "verify": "rectify", "rectify": "answer", "answer": "review"}
"""The stage of a follow-up that comes after each."""
