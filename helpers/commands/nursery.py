"""Kernels that are forked from one process, in which the imports of all notebooks are done.

Each notebook still runs in a process of its own. But a package that all of them import is imported once, and with it the
fonts, the catalogues and the rules that take time to compile. Where processes cannot be forked, or not safely (Windows,
macOS), kernels are started the usual way. This is the side of who runs notebooks; the other one is :mod:`fork_kernels`.
"""

import ast
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner


def _works() -> bool:
    """Whether a process can be forked safely here, and its end be seen by who is not its parent."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return False
    return sys.platform == "linux"


#: Whether kernels can be forked here.
WORKS = _works()
PROGRAM = "helpers.commands.fork_kernels"


def imports(notebooks: Iterable[Path]) -> list[str]:
    """The modules that notebooks import at the top of a cell, in order, each once; nothing of a cell that is not plain Python."""
    names: dict[str, None] = {}
    for path in notebooks:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            with suppress(SyntaxError):
                source = "".join(cell["source"]) if cell["cell_type"] == "code" else ""
                for step in ast.parse(source).body:
                    names |= dict.fromkeys(_imported(step))
    return list(names)


def _imported(step: ast.stmt) -> list[str]:
    if isinstance(step, ast.Import):
        return [alias.name for alias in step.names]
    if isinstance(step, ast.ImportFrom) and step.module and not step.level:
        # A name may be a module or stand in one: what is no module fails to import, and does no harm.
        return [step.module, *(f"{step.module}.{alias.name}" for alias in step.names)]
    return []


class Nursery:
    """A nursery with this environment, in which `modules` are imported; a context, and its kernels end with it."""

    def __init__(self, modules: Iterable[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, *modules],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(environment), text=True,
        )  # fmt: skip

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(OSError):  # of one that has died, nobody reads what was still to be said
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def manager(self) -> AsyncKernelManager:
        """A manager for NotebookClient whose kernel is forked here."""
        manager = AsyncKernelManager(kernel_name="python3")
        manager.provisioner = _Forked(kernel_id="", kernel_spec=manager.kernel_spec, parent=manager)
        manager.provisioner.nursery = self
        return manager

    def fork(self, arguments: list[str], folder: str, environment: Mapping[str, str]) -> "_Process":
        """A new kernel with these arguments of ``ipykernel_launcher``. Raises RuntimeError when the nursery has died."""
        order = {"arguments": arguments, "folder": str(folder), "environment": dict(environment)}
        try:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except OSError:
            answer = ""
        if not answer:
            raise RuntimeError(f"the process that starts kernels ended with {self._process.wait()}")
        return _Process(int(answer))


class _Process:
    """A kernel, with what a provisioner asks of a ``Popen``. It is the nursery's child: of its end we know that, not how."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._handle: int | None = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """None while it runs."""
        if self._handle is not None and select.select([self._handle], [], [], 0)[0]:
            self.wait()
        return None if self._handle is not None else 0

    def wait(self) -> int:
        """Wait for its end."""
        if self._handle is not None:
            select.select([self._handle], [], [])
            os.close(self._handle)
            self._handle = None
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal to it, if it is there."""
        if self._handle is not None:
            signal.pidfd_send_signal(self._handle, number)


class _Forked(LocalProvisioner):
    """Starts a kernel by an order to the nursery; all else is as for any kernel of this machine."""

    nursery: Nursery

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        self.process = self.nursery.fork(arguments, kwargs.get("cwd") or os.getcwd(), kwargs["env"])
        self.pid = self.pgid = self.process.pid
        return self.connection_info
