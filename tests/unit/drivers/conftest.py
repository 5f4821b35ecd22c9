"""No test is judged by the clock: a busy machine is no defect of a codec."""

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
