"""Where things are. Every other module asks here, so that the tree can be moved or copied as a whole."""

import os
from pathlib import Path

#: Top of the project. ``PRESS_ROOT`` points elsewhere for runs in a copy (``make check``, tests).
ROOT = Path(os.environ.get("PRESS_ROOT") or Path(__file__).resolve().parent.parent)
CORPUS = ROOT / "corpus"
CODEBOOKS = CORPUS / "codebooks"
REFERENCE = CORPUS / "reference"
FIGURES = ROOT / "figures"
NOTEBOOKS = ROOT / "notebooks"
CACHE = ROOT / ".cache"
#: French rule lists belong to the code, not to a corpus: they move with the package.
RULES = Path(__file__).resolve().parent / "rules"
