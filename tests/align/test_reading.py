"""A reader's copy from a string or a file: text in any usual encoding, HTML and PDF are read, other kinds are named."""

from __future__ import annotations

import base64
import io
import pkgutil
import re
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import harbour
import jcpoa_brief
from jcpoa_brief import align, compare
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.copy_file import text_of
from jcpoa_brief.errors import CopyError

PLAIN = "The council’s clerk — pale and tired — came out of the café."


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Writes bytes to a file and gives its path."""

    def written(raw: bytes, name: str = "copy.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return written


# -- texts --


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"]
)
def test_encodings(file: Any, encoding: str) -> None:
    """A text in UTF-8, in what its byte-order mark says, or in the encoding of Western Windows is read as it is."""
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-be": b"\x00\x00\xfe\xff"}.get(encoding, b"")
    assert text_of(file(mark + PLAIN.encode(encoding))).lstrip("\ufeff") == PLAIN


def test_latin_1(file: Any) -> None:
    """Western letters of one byte are read as such."""
    assert text_of(file("Café, naïve, 5 £".encode("latin-1"))) == "Café, naïve, 5 £"


def test_a_text_is_read_as_it_is(file: Any) -> None:
    """Line ends and white space are kept: places count the characters of the file."""
    assert text_of(file(b" one\r\n\r\ntwo \n")) == " one\r\n\r\ntwo \n"
    assert text_of("one\r\ntwo") == "one\r\ntwo"
    assert text_of(file(b"")) == text_of("") == ""


def test_a_file_that_is_no_text(file: Any) -> None:
    """Bytes of no encoding that is read are told, with what to do."""
    with pytest.raises(CopyError, match="its bytes are not utf-8 or cp1252; save the text as UTF-8 first"):
        text_of(file(b"\x81\x8d\x8f"))
    with pytest.raises(CopyError, match="its bytes are not utf-16"):
        text_of(file(b"\xff\xfea"))


def test_mojibake(file: Any) -> None:
    """A text that was read in the wrong encoding and saved again is proved all the same."""
    spoilt = harbour.WHOLE.encode().decode("cp1252", "ignore").encode()
    alignment = Alignment(text_of(file(spoilt)), harbour.OUTLINE)
    assert alignment.status == "partial"
    assert alignment.paragraphs[5].verdict == "exact"


def test_a_page(file: Any) -> None:
    """A page saved as HTML is read as its source, so that places count the file's characters."""
    page = f"<html><body>{''.join(f'<p>{text}</p>' for text in harbour.PARAGRAPHS)}</body></html>"
    text = text_of(file(page.encode(), "copy.html"))
    assert text == page
    assert Alignment(text, harbour.OUTLINE).status == "complete"


# -- PDF --


def test_a_pdf(file: Any) -> None:
    """The words of a PDF are proved, page after page."""
    pytest.importorskip("pypdf", reason="needs the extra jcpoa-brief[copies]")
    fpdf = pytest.importorskip("fpdf", reason="needs fpdf2, which makes PDFs")
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    plain = harbour.WHOLE.translate(str.maketrans("“”’—", '""\'-'))
    for text in plain.split("\n\n"):
        pdf.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT", align="L")
        pdf.ln(4)
        if text.startswith("On Tuesday"):
            pdf.add_page()
    path = file(bytes(pdf.output()), "copy.pdf")
    text = text_of(path)
    assert "\f" in text
    alignment = Alignment(text, harbour.OUTLINE)
    assert (alignment.status, alignment.text) == ("complete", text)
    assert align(path).status == "none"


def test_a_pdf_of_pictures(file: Any) -> None:
    """A PDF without text is told to be read with OCR; one that is broken is told as that."""
    pypdf = pytest.importorskip("pypdf", reason="needs the extra jcpoa-brief[copies]")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    sequence = io.BytesIO()
    writer.write(sequence)
    with pytest.raises(CopyError, match="holds no text, only pictures; read it with OCR first"):
        text_of(file(sequence.getvalue()))
    with pytest.raises(CopyError, match=r"the PDF cannot be read: .*; save it as plain text, HTML or PDF first"):
        text_of(file(b"%PDF-1.7 and nothing more"))


def test_a_pdf_without_its_reader(file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader of PDFs is not installed, the extra that brings it is named."""
    import sys

    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(CopyError, match="install the package's extra copies, which brings the reader pypdf"):
        text_of(file(b"%PDF-1.7"))


# -- what must be saved as text first --


def _archive(name: str) -> bytes:
    sequence = io.BytesIO()
    with zipfile.ZipFile(sequence, "w") as archive:
        archive.writestr(name, PLAIN)
    return sequence.getvalue()


@pytest.mark.parametrize("raw", [b"GIF89a\1\0\1\0\x80", b"\x7fELF\2\1\1\0", b"I\0r\0a\0n\0"])
def test_a_file_with_null_bytes_is_no_text(file: Any, raw: bytes) -> None:
    """Whatever kind it is: no table names them all."""
    with pytest.raises(CopyError, match=r"it holds null bytes.*save it as plain text"):
        align(file(raw))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (_archive("word/document.xml"), "a Word, OpenDocument or EPUB file, or another archive"),
        (_archive("META-INF/container.xml"), "a Word, OpenDocument or EPUB file, or another archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"{\\rtf1\\ansi The council.}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
    ],
)
def test_kinds_of_files(file: Any, raw: bytes, kind: str) -> None:
    """A file of a kind that is not read is named as what it is, with what to do, at every door."""
    path = file(raw)
    for door in (align, compare, lambda copy: compare("text", copy)):
        with pytest.raises(CopyError) as caught:
            door(path)
        assert caught.value.copy == str(path)
        assert caught.value.why == f"this is {kind}; save it as plain text, HTML or PDF first"


def test_mails(file: Any) -> None:
    """The source of a mail in base64 is named; one in quoted-printable is read."""
    mail = EmailMessage()
    mail.set_content(harbour.WHOLE, cte="base64")
    for source in (mail.as_string(), mail.as_string().replace("\n", "\r\n"), file(mail.as_bytes(), "copy.eml")):
        with pytest.raises(CopyError, match="the source of a mail in base64; save the mail as text first"):
            text_of(source)
    mail.set_content(harbour.WHOLE, cte="quoted-printable")
    assert Alignment(text_of(mail.as_string()), harbour.OUTLINE).status == "complete"


def test_a_text_about_base64_is_a_text() -> None:
    """A text that only speaks of base64 is no mail."""
    text = f"Content-Transfer-Encoding: base64\n\n{PLAIN}\n{base64.b64encode(b'word').decode()}"
    assert text_of(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{\\rtf1\\ansi words}", "RTF"),
        ("  {\\rtf1 words", "RTF"),
        (".TH HARBOUR 7\n.PP\nThe council.", "roff"),
        ("@node Top\n@top The harbour", "Texinfo"),
        ("\\starttext\nThe council.\n\\stoptext", "ConTeXt"),
    ],
)
def test_sources_as_text(text: str, kind: str) -> None:
    """The source of a format in which words do not follow each other is named."""
    with pytest.raises(CopyError, match=f"this is the source of {kind}; save it as plain text, HTML or PDF first"):
        align(text)


# -- names --


@pytest.mark.parametrize("name", ["copy.txt", " a/b/copy.HTML ", "my copy of it.pdf", "/tmp/copy.docx", "C:\\copy.md"])
def test_a_name_is_no_text(name: str) -> None:
    """The name of a file passed as text is told, with how to pass the file."""
    with pytest.raises(CopyError, match=r"this looks like the name of a file; pass pathlib.Path"):
        align(name)
    assert repr(name.strip()) in str(_error(name))


@pytest.mark.parametrize(
    "text", ["See copy.txt in the folder of the town's harbour office.", "copy.txt\nand more", "copy."]
)
def test_a_text_that_speaks_of_a_file(text: str) -> None:
    """A text that only names a file is a text."""
    assert text_of(text) == text


def test_a_file_that_holds_a_name(file: Any) -> None:
    """A file that holds no more than the name of another is told."""
    with pytest.raises(CopyError, match=r"the file holds no more than the name of a file; pass .*'other.txt'"):
        text_of(file(b"other.txt\n"))


def test_the_error_shows_how_a_text_begins() -> None:
    """The error of a text shows its first words only."""
    assert str(_error("{\\rtf1 " + "word " * 40)).startswith("cannot read '{\\\\rtf1 word word")
    assert len(_error("{\\rtf1 " + "word " * 40).copy) == 60


def _error(text: str) -> CopyError:
    with pytest.raises(CopyError) as caught:
        text_of(text)
    return caught.value


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is not there, a folder, and a name that no file has are told."""
    for path in (tmp_path / "none.txt", tmp_path, Path("a\0b")):
        with pytest.raises(CopyError, match="the file cannot be read: "):
            align(path)


def test_any_path_is_a_path(file: Any) -> None:
    """Whatever os.fspath takes is a path."""

    class Wrapped:
        def __fspath__(self) -> str:
            return str(file(b"Words."))

    assert text_of(Wrapped()) == "Words."


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    """The compiled patterns in a module's constant."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from patterns(one)


def test_no_pattern_needs_a_later_python() -> None:
    """Possessive repeats and atomic groups match wrongly before Python 3.11.5, so that no module has one."""
    parse = import_module("re._parser").parse
    modules = [
        import_module(one.name) for one in pkgutil.walk_packages(jcpoa_brief._align.__path__, "jcpoa_brief._align.")
    ]
    found = [one for module in modules for value in vars(module).values() for one in patterns(value)]
    assert len(found) > 60
    new = [one.pattern for one in found if re.search("POSSESSIVE|ATOMIC", str(parse(one.pattern, one.flags)))]
    assert new == []
    assert "POSSESSIVE" in str(parse("(?:a|b)*+"))
