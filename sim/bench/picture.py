"""A picture of the bench of a running simulator: `python -m sim.bench.picture DEVICES.json OUT.png`."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from sim.bench.app import Bench, application

_SETTLED_AFTER_MS = 1500


def main(devices: Path, out: Path) -> int:
    app = application()
    bench = Bench(devices)
    QTimer.singleShot(
        _SETTLED_AFTER_MS, lambda: app.exit(0 if bench.window.grabWindow().save(str(out)) else 1)
    )
    try:
        return app.exec()
    finally:
        bench.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
