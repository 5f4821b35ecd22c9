"""python-escpos as a job needs it.

At its import it reads the profiles of 60 makes of printer with a parser that takes a third of a second, and
keeps them in a folder of its own under /tmp that nobody removes. We use its default profile alone.
"""

import os
from pathlib import Path
from shutil import rmtree

os.environ.setdefault("ESCPOS_CAPABILITIES_FILE", str(Path(__file__).with_name("escpos_default.json")))

from escpos.capabilities import pickle_dir  # reads the variable at its import
from escpos.image import EscposImage
from escpos.printer import Dummy

if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
    rmtree(pickle_dir, ignore_errors=True)

__all__ = ["Dummy", "EscposImage"]
