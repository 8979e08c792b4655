"""Archives of the shape that public programs read from Lovdata's free data in 2026."""

import io
import tarfile
from collections.abc import Mapping

LAWS = "/v1/publicData/get/gjeldende-lover.tar.bz2"
REGULATIONS = "/v1/publicData/get/gjeldende-sentrale-forskrifter.tar.bz2"
LOANS, LAW = "for-2019-11-18-1546", "lov-2018-06-22-83"


def document(code: str, **said: str) -> bytes:
    """Return a document with its head as Lovdata writes it, and some text."""
    keys = {"legacyID": code, "ministry": "<ul><li>Et departement</li></ul>", **said}
    rows = "".join(
        f'<dt class="{key}">{key}</dt>\n<dd class="{key}">{value}</dd>'
        for key, value in keys.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html lang="no"><head>'
        f"<title>x</title></head><body><header class='documentHeader'>"
        f'<dl class="data-document-key-info">{rows}</dl></header><main>'
        '<dl class="data-document-key-info"><dd class="title">En annen</dd></dl>'
        "§ 1 …</main></body></html>"
    ).encode()


def packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:bz2") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


OF_LOANS = document(
    "FOR-2019-11-18-1546",
    title="Forskrift om l&aring;n fra\n Husbanken",
    titleShort="Husbankforskriften",
    dateInForce="2020-01-01",
    lastChangeInForce="01.10.2026, 01.01.2027",
    lastChangedBy='<a href="forskrift/2026-09-10-1780">forskrift/2026-09-10-1780</a>',
)
OF_LAW = document("LOV-2018-06-22-83", title="Lov om kommuner", dateInForce="Kongen bestemmer")
GOOD = packed({"sf/sf-20191118-1546.xml": OF_LOANS, "sf/sf-20200101-0001.xml": b"<html>"})
