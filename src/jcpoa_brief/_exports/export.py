"""``export`` and ``export_all``: write one format, or all formats into a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from .._align.alignment import Alignment, align
from .._argument_checks import check_flag, check_type, check_word
from .._collections.date_overlaps import DatesOf
from .._messages import counted, listed
from .._model.families import AnyRecord, Brief
from .._public_class import public
from ..errors import CopyError, MissingExtraError, WrongTypeError
from .exported_records import Exportable, Written, as_json, chosen, records_of
from .files import write_files
from .formats import FORMATS, OTHER_NAMES, ExportFormat, Format

Writer = Callable[..., Written]
"""Takes the brief and, for a format that can have them, a copy and whose dates count."""


@public
@dataclass(frozen=True, repr=False, slots=True)
class Export:
    """The brief, or a part of it, in one format: its files as bytes, and what the format leaves out.

    >>> from jcpoa_brief import events, export
    >>> made = export("timelinejs", events.involving("iaea"))
    >>> list(made.files)
    ['jcpoa-brief.timelinejs.json']
    >>> sum(made.left_out.values()) > 0
    True
    """

    format: Format
    """The format."""
    files: Mapping[str, bytes]
    """The content of each file, by its name."""
    left_out: Mapping[str, int]
    """What the format leaves out, with how many there are; nothing with a count of 0."""
    lacking: Mapping[str, int] = field(default_factory=dict[str, int])
    """What references lack because their pages do not show it, an author, a date or a publisher, with how many there
    are; nothing with a count of 0, and nothing in a format that has no references."""

    def __bytes__(self) -> bytes:
        if len(self.files) != 1:
            raise WrongTypeError("export", self.format.name, "a format of one file; .files has each file's bytes")
        return next(iter(self.files.values()))

    @property
    def text(self) -> str:
        """The text of its one file. Raises WrongTypeError for a format of several files, or one that is not text.

        >>> from jcpoa_brief import export
        >>> export("markdown").text.startswith("# Why Iran")
        True
        """
        content = bytes(self)
        try:
            return content.decode()
        except UnicodeDecodeError:
            raise WrongTypeError("export", self.format.name, "a format that is text; bytes(…) gives bytes") from None

    def write(self, path: str | os.PathLike[str], *, force: bool = False) -> tuple[Path, ...]:
        """Write the files and return their paths. A format of one file is written to the path, or into it if it is a
        folder; a format of several files goes into the folder, which is created. No incomplete file is left.

        Raises TargetExistsError, and writes nothing, if a file exists, unless ``force`` is true.
        """
        check_type("path", path, (str, os.PathLike), "the path of a file or folder")
        check_flag("force", force)
        target = Path(path)
        if self.format.is_folder or target.is_dir():
            return write_files({target / name: content for name, content in self.files.items()}, force=force)
        return write_files({target: bytes(self)}, force=force)

    def __repr__(self) -> str:
        size = sum(map(len, self.files.values()))
        files = next(iter(self.files)) if len(self.files) == 1 else f"{len(self.files)} files"
        left_out = counted(self.left_out)
        return f"<Export: {self.format.name}, {files}, {size} bytes{f'; left out: {left_out}' if left_out else ''}>"


def export(
    name: ExportFormat,
    selection: Exportable | None = None,
    /,
    *,
    copy: str | os.PathLike[str] | Alignment | None = None,
    dates: DatesOf = "article",
) -> Export:
    """The brief in another format. The same records give the same bytes, in any time zone, locale and process.

    Args:
        name: The format; the documentation has a table of them.
        selection: A selection, a collection or records; none is the whole brief. The actors that the chosen
            records name, the checks about these records and the sources that they rest on go with them; but ``spans``
            and ``docbin`` have only what was chosen, and ``web-annotation`` no further actors.
        copy: Your copy of the article, for formats that are bound to a text: ``spans`` and ``docbin`` hold the copy's
            words and need one, ``web-annotation`` takes one.
        dates: Which dates place the events, in the formats that place them in time (``Format.dated``): the
            ``article``'s, or those of independent sources (``record``) if a check has one. The other date is given
            too. The tables and JSON have both.

    Raises:
        UnknownValueError: There is no such format, or ``dates`` is neither.
        MissingExtraError: The library that writes the format is not installed; the error names the extra.
        WrongTypeError: The selection holds no records, or the format needs a copy and got none, or has no use for one
            or for other dates.
        CopyError: The copy cannot be read, or has none of the chosen citations.

    >>> from jcpoa_brief import events, export
    >>> export("mermaid-timeline", events.involving("iaea")).text.splitlines()[0]
    'timeline'
    """
    check_word("format", name, tuple(FORMATS), other_names=OTHER_NAMES)
    check_word("dates", dates, get_args(DatesOf))
    form = FORMATS[name]
    if dates != "article" and not form.dated:
        able = listed(tuple(one.name for one in FORMATS.values() if one.dated))
        raise WrongTypeError(
            "dates", dates, f"'article': of the formats {able} place events in time; the tables and JSON have both"
        )
    return _export(form, records_of(selection), _aligned(form, copy), dates)


def _export(form: Format, records: Iterable[AnyRecord] | None, copy: Alignment | None, dates: DatesOf) -> Export:
    part, unasked = chosen(records, actors=form.copy == "none"), 0  # spans are of what was asked for
    if form.copy == "required":  # spans of checks would lie over those of what is checked
        part, whole = chosen(records, checks=False, actors=False), part
        unasked = len(whole.checks) - len(part.checks)
    module, function = form.writer.split(":")
    write: Writer = getattr(import_module(f".{module}", __package__), function)
    further: list[Any] = [copy] * (form.copy != "none") + [dates] * form.dated
    written = write(part, *further)
    files = {name or form.file: content for name, content in written.files.items()}
    left_out = {**written.left_out, "checks about the chosen records": unasked}
    return Export(form, files, {what: count for what, count in left_out.items() if count}, written.lacking)


def _aligned(form: Format, copy: str | os.PathLike[str] | Alignment | None) -> Alignment | None:
    if copy is None:
        if form.copy == "required":
            wanted = (
                f"your copy of the article: its text, a path, or what align(copy) gives; {form.name} holds its words"
            )
            raise WrongTypeError("copy", None, wanted)
        return None
    if form.copy == "none":
        raise WrongTypeError("copy", copy, f"none: {form.name} holds no words of the article")
    return copy if isinstance(copy, Alignment) else align(copy)


@public
@dataclass(frozen=True, slots=True)
class ExportedFolder:
    """The result of ``export_all``: what it wrote and what it skipped.

    >>> import tempfile
    >>> from jcpoa_brief import export_all
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     export_all(folder).skipped["spans"]
    'it needs a copy of the article'
    """

    paths: tuple[Path, ...]
    """The files that were written, the manifest last."""
    skipped: Mapping[str, str]
    """The formats that were not, each with the reason: a missing library, or no copy of the article."""
    lacking: Mapping[str, int] = field(default_factory=dict[str, int])
    """What the references lack, as ``Export.lacking`` of each format with references has it."""


def export_all(
    folder: str | os.PathLike[str],
    selection: Exportable | None = None,
    /,
    *,
    copy: str | os.PathLike[str] | Alignment | None = None,
    dates: DatesOf = "article",
    force: bool = False,
) -> ExportedFolder:
    """Writes every format into a folder, which is created, with ``manifest.json``: size and SHA-256 of each file, and
    what each format leaves out. A format of several files has a folder of its own. A format whose library is not
    installed, or that needs a copy when none is passed, is skipped, and the result says why. ``dates`` goes to the
    formats that place events in time.

    Raises TargetExistsError, and writes nothing, if a file exists, unless ``force`` is true. Raises
    what ``export`` raises for the selection and the copy.

    >>> import tempfile
    >>> from jcpoa_brief import export_all
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     export_all(folder).paths[-1].name
    'manifest.json'
    """
    return export_formats(folder, selection, copy=copy, dates=dates, force=force, begin=lambda _: None)


def export_formats(  # noqa: PLR0913  # what export_all takes, and begin
    folder: str | os.PathLike[str],
    selection: Exportable | None,
    *,
    copy: str | os.PathLike[str] | Alignment | None,
    dates: DatesOf = "article",
    force: bool,
    begin: Callable[[ExportFormat], None],
) -> ExportedFolder:
    """``export_all``, with a call of ``begin`` before each format."""
    check_type("folder", folder, (str, os.PathLike), "the path of a folder")
    check_flag("force", force)
    check_word("dates", dates, get_args(DatesOf))
    records = records_of(selection)
    bound = copy if copy is None or isinstance(copy, Alignment) else align(copy)
    made: list[Export] = []
    skipped: dict[str, str] = {}
    for form in FORMATS.values():
        begin(form.name)
        if form.copy == "required" and bound is None:
            skipped[form.name] = "it needs a copy of the article"
            continue
        try:
            made.append(_export(form, records, bound, dates))
        except (MissingExtraError, CopyError) as error:
            skipped[form.name] = str(error)
    files = {name: content for one in made for name, content in _placed(one).items()}
    files["manifest.json"] = _manifest(chosen(records), made, skipped)
    paths = write_files({Path(folder) / name: content for name, content in files.items()}, force=force)
    lacking = next((one.lacking for one in made if one.lacking), dict[str, int]())
    return ExportedFolder(paths, skipped, lacking)


def _placed(made: Export) -> dict[str, bytes]:
    """The files of a format, with their paths in the common folder."""
    folder = made.format.file if made.format.is_folder else ""
    return {folder + name: content for name, content in made.files.items()}


def _manifest(part: Brief, made: list[Export], skipped: Mapping[str, str]) -> bytes:
    from .. import __version__  # noqa: PLC0415  # read at the call, as the package's other versions

    formats = {
        one.format.name: {
            "title": one.format.title,
            "left_out": dict(one.left_out),
            **({"lacking": dict(one.lacking)} if one.lacking else {}),
            "files": [
                {
                    "path": path,
                    "mediatype": one.format.media_type,
                    "bytes": len(content),
                    "hash": f"sha256:{sha256(content).hexdigest()}",
                }
                for path, content in _placed(one).items()
            ],
        }
        for one in made
    }
    content = {
        "package": f"jcpoa-brief {__version__}",
        "data": part.article.data_version,
        "formats": formats,
        "skipped": dict(skipped),
    }
    return as_json(content).encode()
