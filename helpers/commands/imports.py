"""Import every direct dependency, and every module of the project: ``python -m helpers.commands.imports``."""

import importlib
import pkgutil
import re
import sys
import tomllib
from importlib.metadata import distribution, packages_distributions

import helpers
from helpers import paths


def direct() -> list[str]:
    """Names of the distributions that pyproject.toml asks for."""
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[=<>~! ]", line)[0] for line in project["dependencies"]]


def modules(name: str) -> list[str]:
    """Top-level modules that a distribution installs, without private ones."""
    wanted = distribution(name).metadata["Name"]
    return sorted(
        module
        for module, owners in packages_distributions().items()
        if wanted in owners and module[0] != "_" and module.isidentifier()
    )


def main() -> int:
    """0 when everything imports; otherwise each failure in a line."""
    own = [module.name for module in pkgutil.walk_packages(helpers.__path__, "helpers.")]
    failed = 0
    for module in [*(module for name in direct() for module in modules(name)), *own]:
        try:
            importlib.import_module(module)
        except Exception as error:  # whatever it is, it is what the user would meet
            print(f"{module}: {type(error).__name__}: {error}", file=sys.stderr)
            failed += 1
    print(f"{failed} modules failed to import", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
