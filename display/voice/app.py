"""`paihao voice`: the voice of a hall without a screen."""

import asyncio
import signal

import structlog

from display.voice.bank import look_through
from display.voice.errors import NotAWall
from display.voice.hall import HallVoice
from display.voice.noting import note
from display.voice.said import Memory, beside
from display.voice.settings import VoiceSettings
from queue_core.client import Credential, HallClient
from queue_core.wire.words import Role

_log = structlog.get_logger(__name__)


async def speak(settings: VoiceSettings) -> None:
    """Until it is asked to end. Raises NotAWall, WordsMissing, SpeakerInUse, WindowWithoutZone."""
    credential = Credential.load(settings.credential)
    if credential.role is not Role.WALL:
        raise NotAWall(credential.role)
    await asyncio.to_thread(look_through, settings.bank, settings.manner)
    async with HallClient(credential) as client:
        voice = HallVoice(client, settings.plan, Memory(beside(settings.credential)), note)
        running = asyncio.create_task(voice.run())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            _log.info("voice ends")
