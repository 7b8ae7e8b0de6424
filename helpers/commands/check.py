"""Hold what is committed against a run from scratch: ``python -m helpers.commands.check``.

Every notebook is run again in a copy, from the raw articles and without a cache, with claims that must hold. Any byte that
differs in ``notebooks/`` or ``figures/`` fails the check.
"""

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

from helpers import paths
from helpers.commands import run

COMPARED = ("notebooks", "figures")
#: What `make report` leaves there is made from the charts and not kept.
MADE = ("figures/charts.*.docx", "figures/snippets/*")


def contents(root: Path) -> dict[str, bytes]:
    """Every file that is compared, by its path below `root`."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in COMPARED
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
        and not any(fnmatch(path.relative_to(root).as_posix(), made) for made in MADE)
    }


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """One line a file that differs, is missing, or that no notebook writes any more."""
    lines = []
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            lines.append(f"{name}: no notebook writes it; delete it")
        elif name not in before:
            lines.append(f"{name}: written by a notebook but not kept; run make")
        elif before[name] != after[name]:
            lines.append(f"{name}: differs from a fresh run; run make")
    return lines


def main() -> int:
    """0 when a fresh run gives the very bytes that are here."""
    with run.fresh() as (copy, environment):
        environment["PRESS_STRICT"] = "1"
        ran = subprocess.run([sys.executable, "-m", "helpers.commands.run"], env=environment, cwd=paths.ROOT)
        if ran.returncode:
            return ran.returncode
        lines = differences(contents(paths.ROOT), contents(copy))
    for line in lines:
        print(line, file=sys.stderr)
    print(f"{len(lines)} differences in {' and '.join(COMPARED)}", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
