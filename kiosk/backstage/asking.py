"""A question to the hall, or a change asked of it: an event comes of it in any case."""

from collections.abc import Awaitable, Callable

from kiosk.flow.events import AskFailed, Event
from queue_core import log
from queue_core.client import ClientError

logger = log.logger("kiosk.asking")
Post = Callable[[Event], None]


async def answer(
    post: Post, visit_id: int, question: Awaitable[Event], failed: Callable[..., Event] = AskFailed
) -> None:
    """Posts what the hall says, or `failed` with the code of why it says nothing of the kind."""
    try:
        event = await question
    except ClientError as error:
        logger.info("question-came-to-nothing", code=error.code)
        event = failed(visit_id=visit_id, code=error.code)
    post(event)
