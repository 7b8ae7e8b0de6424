"""The process from which kernels are forked: ``python -m helpers.commands.fork_kernels MODULE ...``, started by :mod:`nursery`.

It imports the modules, then reads orders, a JSON object a line, forks a kernel for each, and answers with the number of its
process. Where no article has been read yet, one more child reads them in the meantime: each kernel would wait for the model.
"""

import gc
import importlib
import json
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

#: What every kernel needs, and what draws its charts.
ALWAYS = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "fontTools.subset", "PIL.PngImagePlugin",
    "matplotlib.backends.backend_agg", "matplotlib.backends.backend_pdf", "matplotlib.backends.backend_svg",
)  # fmt: skip


def prepare(names: Iterable[str]) -> None:
    """Import modules, and do once what every notebook would do. What fails here fails in a notebook, where it is told."""
    for name in [*ALWAYS, *names]:
        with suppress(Exception):
            importlib.import_module(name)
    with suppress(Exception):
        from helpers import cleaning, language, lettering

        cleaning.clean("Un mot.")
        lettering.glyphs()
        for code in language.LANGUAGES:
            language.catalogue(code)
    # What is shared with every child is not looked through again by each; and charts are many small objects, seldom garbage.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def reader() -> int | None:
    """Start a process that reads the articles, where nothing has been read yet; a handle of it. What fails in it fails in a notebook."""
    with suppress(Exception):
        from helpers import corpus, paths, pipeline

        if any((paths.CACHE / "parses").glob("*")):
            return None
        pid = os.fork()
        if pid:
            handle = os.pidfd_open(pid)
            with suppress(Exception):
                pipeline.prepare()  # every kernel will find something in what is read
            return handle
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            pipeline.parse(corpus.load())
        finally:
            os._exit(0)
    return None


def main() -> int:
    """Answer orders until there are no more."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a kernel prints goes where its errors go
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a child: its end is seen by the runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who runs the notebooks decides what an interrupt means
    reading = reader() if "helpers.pipeline" in sys.argv[1:] else None
    prepare(sys.argv[1:])
    while line := sys.stdin.readline():
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            answers.close()
            return _kernel(order)
        print(pid, file=answers, flush=True)
    if reading is not None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(reading, signal.SIGTERM)
    return 0


def _kernel(order: Mapping[str, Any]) -> int:
    """Become a kernel."""
    os.setsid()  # signals for a kernel and what it starts go to the group
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    # The last argument: a kernel ends when its parent does.
    arguments = [*order["arguments"], f"--IPKernelApp.parent_handle={os.getppid()}"]
    sys.argv = ["ipykernel_launcher", *arguments]
    del sys.path[0]  # the folder of this program, as for any kernel
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance(argv=arguments)
    gc.freeze()  # IPython looks for garbage once more at its end
    return 0


if __name__ == "__main__":
    sys.exit(main())
