"""A picture of a running simulator's bench: `python -m sim.bench.picture DEVICES.json OUT.png [PAGE]`."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from sim.bench.app import Bench, application

_SETTLED_AFTER_MS = 1500


def main(devices: Path, out: Path, page: int) -> int:
    """`page` counts from 0; a bench for one hall has one only."""
    app = application()
    bench = Bench(devices)
    bench.window.setProperty("page", page)
    QTimer.singleShot(
        _SETTLED_AFTER_MS, lambda: app.exit(0 if bench.window.grabWindow().save(str(out)) else 1)
    )
    try:
        return app.exec()
    finally:
        bench.close()


if __name__ == "__main__":
    described, picture, *pages = sys.argv[1:]
    sys.exit(main(Path(described), Path(picture), int(pages[0]) if pages else 0))
