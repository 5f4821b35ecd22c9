"""espeak-ng, for words that nobody recorded: text in by standard input, samples out.

So no number stands in an argument list. 7–10 ms a sentence on a PC of today.
"""

import asyncio
import shutil

import miniaudio

from drivers.contract.errors import Unspeakable
from drivers.contract.speaker import Tongue
from drivers.protocol.sound import RATE, SAMPLE_BYTES, Samples

PROGRAM = "espeak-ng"
VOICES = {
    # Not `cmn`: in espeak-ng 1.51 that voice spells its own pinyin out as English.
    Tongue.MANDARIN: "cmn-latn-pinyin",
    Tongue.CANTONESE: "yue",
    Tongue.ENGLISH: "en",
}
WORDS_A_MINUTE = 150
LOUDNESS = 80  # at the default of 100 the peaks are clipped
WITHIN_S = 10.0
HEADER_BYTES = 44  # of a WAV file whose length is not known yet
ITS_RATE = 22_050


def is_there(program: str = PROGRAM) -> bool:
    return shutil.which(program) is not None


async def synthesize(text: str, tongue: Tongue, program: str = PROGRAM) -> Samples:
    """Raises Unspeakable."""
    # -z: no silence at the end, in which the next word could already be said.
    manner = ("-s", str(WORDS_A_MINUTE), "-a", str(LOUDNESS), "-z", "--stdin", "--stdout")
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            "-v",
            VOICES[tongue],
            *manner,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
    except OSError as error:
        raise Unspeakable(f"{program}: {error.strerror}") from error
    try:
        async with asyncio.timeout(WITHIN_S):
            wav, said = await process.communicate(text.encode())
    except TimeoutError as error:
        raise Unspeakable(f"{program} did not end within {WITHIN_S:g} s") from error
    finally:
        # Kills it and closes its pipes; asyncio has no public way to do so without waiting.
        process._transport.close()  # type: ignore[attr-defined]  # noqa: SLF001
    samples = wav[HEADER_BYTES:]
    if process.returncode or len(samples) < SAMPLE_BYTES:
        complaint = said.decode(errors="replace").strip()
        raise Unspeakable(f"{program} ended with {process.returncode} and no sound: {complaint}")
    form = miniaudio.SampleFormat.SIGNED16
    return bytes(miniaudio.convert_frames(form, 1, ITS_RATE, samples, form, 1, RATE))
