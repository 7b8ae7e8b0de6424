"""Pin everything: ``python -m helpers.commands.lock`` rewrites requirements.lock and environment.yml from pyproject.toml.

``--check`` writes nothing and fails when the two do not name the same versions.
"""

import re
import subprocess
import sys

from helpers import paths

LOCK = paths.ROOT / "requirements.lock"
ENVIRONMENT = paths.ROOT / "environment.yml"
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*==[^\s;\\]+)(\s*;\s*[^\\]+?)?\s*\\?$", re.MULTILINE)


def pins(lock: str) -> list[str]:
    """The pins of a hashed lock, with their platform markers, without the hashes.

    >>> pins("numpy==2.1.0 ; python_version < '4' \\\\\\n    --hash=sha256:00\\n    # via pandas")
    ["numpy==2.1.0 ; python_version < '4'"]
    """
    return [name + (f" ; {marker.strip(' ;')}" if marker else "") for name, marker in _PIN.findall(lock)]


def environment(lock: str) -> str:
    """The text of environment.yml: Python and pip from conda-forge, everything else the pins of the lock."""
    lines = [
        "# Written by `make lock` from requirements.lock: the same versions for conda users. Do not edit by hand.",
        "name: press-notebooks",
        "channels: [conda-forge, nodefaults]",
        "dependencies:",
        "  - python=3.11",
        "  - pip",
        "  - pip:",
        *(f'      - "{pin}"' for pin in pins(lock)),
        '      - "-e ."',
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """0 when both files are written, or, with ``--check``, agree."""
    if "--check" in arguments:
        agree = ENVIRONMENT.read_text(encoding="utf-8") == environment(LOCK.read_text(encoding="utf-8"))
        if not agree:
            print("environment.yml and requirements.lock differ; run make lock", file=sys.stderr)
        return 0 if agree else 1
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "--quiet",
        "pyproject.toml",
        "--extra",
        "dev",
        "--universal",
    ]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-header", "--output-file", LOCK.name]
    if subprocess.run(command, cwd=paths.ROOT).returncode:
        return 1
    ENVIRONMENT.write_text(environment(LOCK.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
