"""An archive is the same bytes whenever and wherever it was made."""

import io
import time
import zipfile

from helpers import archive


def test_an_archive_is_the_same_at_any_time():
    def made(when):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            file.writestr(zipfile.ZipInfo("a.xml", time.gmtime(when)[:6]), "<a/>")
        return buffer.getvalue()

    early, late = made(1_000_000_000), made(1_500_000_000)
    assert early != late
    assert archive.steady(early) == archive.steady(late)
    assert zipfile.ZipFile(io.BytesIO(archive.steady(late))).read("a.xml") == b"<a/>"


def test_the_time_in_its_description_goes_too_and_the_rest_stays():
    def made(when):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            file.writestr(
                "docProps/core.xml", f"<x><dcterms:created>{when}</dcterms:created><y>{when}</y></x>"
            )
        return zipfile.ZipFile(io.BytesIO(archive.steady(buffer.getvalue()))).read("docProps/core.xml")

    assert made("2024") == b"<x><dcterms:created>1980-01-01T00:00:00Z</dcterms:created><y>2024</y></x>"
