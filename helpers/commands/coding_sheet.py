"""Write an empty coding sheet: ``python -m helpers.commands.coding_sheet [CODER]``.

It goes to ``corpus/coding/<coder>.csv`` and never replaces a sheet that is there.
"""

import argparse
import sys

from helpers import coding, corpus, pipeline, tables


def main(arguments: list[str] | None = None) -> int:
    """The command line: 0 when the sheet was written, 2 when it could not be."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.commands.coding_sheet", description=__doc__.splitlines()[0]
    )
    parser.add_argument("coder", nargs="?", default="coder-1", help="name of the coder (default: coder-1)")
    try:
        coder = coding.check_name(parser.parse_args(arguments).coder)
        sentences = tables.sentences(pipeline.annotate(corpus.load()))
        path = coding.CODING / f"{coder}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(coding.empty_sheet(sentences))
    except (coding.CodingError, corpus.CorpusError) as error:
        print(error, file=sys.stderr)
        return 2
    except FileExistsError:
        print(f"{path} is there already; choose another name, or move it away", file=sys.stderr)
        return 2
    print(f"{path}: {len(sentences)} sentences. Fill the column `frames`; README.md beside it says how.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
