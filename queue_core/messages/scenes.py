"""The scenes messages tell of, the languages they speak, and the slots their words have."""

LANGUAGES = ("zh-CN", "zh-Hant", "en")
SCENES = (
    "result-ready",
    "result-ready-no-code",
    "result-ready-door",
    "result-ready-partner",
    "result-ready-posted",
    "few-ahead",
    "called",
    "appointment-tomorrow",
    "rating-link",
    "locker-expiring",
)
SLOTS = frozenset(
    {
        "hall",
        "number",
        "window",
        "ahead",
        "case",
        "category",
        "code",
        "place",
        "link",
        "date",
        "time",
        "until",
    }
)
