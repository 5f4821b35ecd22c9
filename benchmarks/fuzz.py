"""`python -m benchmarks.fuzz DECODER… [--seconds N]`: coverage-guided fuzzing of decoders, for developers.

Needs atheris, which is no dependency of this project: `python -m pip install atheris` where you run it.
Each decoder gets a process of its own; what it found is minimised and replaces its file below
tests/unit/drivers/fuzz_corpus, which the tests replay. Ends with 1 when an input broke a decoder; prints it.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.unit.drivers.fuzz_targets import TARGETS

CORPUS = Path(__file__).parents[1] / "tests" / "unit" / "drivers" / "fuzz_corpus"
LONGEST = 2048
MOST_KEPT = 5 * 1024
"""Bytes kept of a decoder, the shortest inputs first."""
WATCHED = ("drivers.protocol", "tests.unit.drivers.fuzz_targets")


def main() -> int:
    asked = _arguments()
    if asked.inside:
        _run(*asked.names)
        return 0
    return max(_fuzz(name, asked.seconds) for name in asked.names or TARGETS)


def _fuzz(name: str, seconds: int) -> int:
    with tempfile.TemporaryDirectory(prefix="paihao-fuzz-") as place:
        found, least, broken = (Path(place) / part for part in ("found", "least", "broken"))
        for folder in (found, least, broken):
            folder.mkdir()
        program = _program(Path(place) / "fuzz", name)
        for count, seed in enumerate([*TARGETS[name].seeds, *_kept(name)]):
            (found / f"{count:04}").write_bytes(seed)
        said, code = _ask(program, f"-max_total_time={seconds}", f"-artifact_prefix={broken}/", found)
        print(f"{name}: {_summary(said)}", flush=True)
        if code:
            print(said[-4000:])
            for file in broken.iterdir():
                print(f"{name} is broken by {file.read_bytes().hex()}")
            return 1
        _ask(program, "-merge=1", least, found)
        _keep(name, [file.read_bytes() for file in least.iterdir()])
    return 0


def _program(path: Path, name: str) -> Path:
    """What libFuzzer can start itself: it merges in processes of their own."""
    path.write_text(f'#!/bin/sh\nexec {sys.executable} -m benchmarks.fuzz --inside {name} {path} "$@"\n')
    path.chmod(0o700)
    return path


def _ask(program: Path, *arguments: object) -> tuple[str, int]:
    options = [f"-max_len={LONGEST}", "-timeout=10", "-print_final_stats=1", "-reload=0"]
    done = subprocess.run(
        [program, *options, *map(str, arguments)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return done.stderr + done.stdout, done.returncode


def _summary(said: str) -> str:
    """The last line of libFuzzer that tells of coverage, and how often it fed the decoder."""
    edges = re.findall(r"cov: (\d+) ft: (\d+)", said)
    runs = re.findall(r"number_of_executed_units:\s*(\d+)", said)
    covered, features = edges[-1] if edges else ("?", "?")
    return f"{runs[-1] if runs else '?'} executions, {covered} edges, {features} features"


def _run(name: str, program: str, *options: str) -> None:
    """In the process of one decoder. Protocols are loaded a second time, watched."""
    import atheris  # type: ignore[import-untyped]  # noqa: PLC0415 - no dependency: only who fuzzes has it

    for module in [name for name in sys.modules if name.startswith(WATCHED)]:
        del sys.modules[module]
    with atheris.instrument_imports(include=[WATCHED[0]]):
        targets = import_module(WATCHED[1]).TARGETS
    atheris.Setup([program, *options], targets[name].run)
    atheris.Fuzz()


def _kept(name: str) -> list[bytes]:
    file = CORPUS / f"{name}.txt"
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    return [bytes.fromhex(line) for line in lines]


def _keep(name: str, inputs: list[bytes]) -> None:
    kept, size = [], 0
    for data in sorted(filter(None, inputs), key=lambda data: (len(data), data)):
        size += len(data)
        if size <= MOST_KEPT:
            kept.append(data.hex())
    (CORPUS / f"{name}.txt").write_text("".join(f"{line}\n" for line in kept), encoding="ascii")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", help="decoders; none: all of them")
    parser.add_argument("--seconds", type=int, default=120, help="for each decoder")
    words = sys.argv[1:]
    if words[:1] == ["--inside"]:  # the rest is for libFuzzer
        return argparse.Namespace(inside=True, names=words[1:])
    return parser.parse_args(words, argparse.Namespace(inside=False))


if __name__ == "__main__":
    raise SystemExit(main())
