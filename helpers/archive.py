"""Documents and workbooks are ZIP archives that carry the time of their making; here they carry none."""

import io
import re
import zipfile

#: The first moment that the format knows.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = b"1980-01-01T00:00:00Z"
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def steady(content: bytes) -> bytes:
    """The same archive without the time and the system of its making: same parts, same bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            part = old.read(name)
            new.writestr(
                entry,
                _MADE.sub(rb"\g<1>" + _STAMP, part) if name == "docProps/core.xml" else part,
                zipfile.ZIP_DEFLATED,
            )
    return buffer.getvalue()
