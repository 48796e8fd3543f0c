"""``jcpoa-brief find``: the records with a name, or of a family, a country or a kind."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from shlex import quote
from types import MappingProxyType
from typing import Final, NamedTuple, get_args

from .. import actors, checks, claims, search
from .._collections.checks import discrepancies
from .._collections.collection import Collection
from .._collections.names import names_of
from .._model import vocabulary as words
from .._model.actor import Actor
from .._model.check import Check
from .._model.families import FAMILIES, AnyRecord, FamilyName
from .._model.vocabulary import CONTRADICTING
from .._questions.all_records import COLLECTIONS, family_of, title_of
from .._questions.related import referrals
from .._text import name_key
from ..errors import UnknownValueError
from . import selecting, typed_values
from .records import (
    VERDICT_NAMES,
    about_list,
    family_named,
    how_to_see,
    listing,
    near_names,
    record_data,
    related_records,
)
from .terminal import CommandHelp, note, say, say_json

HELP = CommandHelp(
    takes="[NAME …]",
    codes={0: "found", 1: "nothing found", 2: "the call was wrong"},
    examples=(
        "find Rouhani",
        "find glossary pressure",
        "find actors --country Iran --kind person",
        "find claims --holder Iran",
    ),
    notes={
        "what is found": "Without a NAME, all of a family, or all that the options choose; after the name of a family, "
        "records of that family. A NAME is found by its words too, in names and ids; what has it as its whole name "
        "stands first. Of a NAME alone, also what has to do with an actor that has it; in a family, or with an option, "
        "also the records that refer to such an actor: quotes by their speakers, events by who takes part. An option "
        "leaves out the families to which it means nothing. What has the words only in its text is counted; search "
        "lists it.",
    },
)
_MOST = 10  # records related to an actor


class _Choice(NamedTuple):
    """An option, and the filters of collections that it means."""

    filters: tuple[str, ...]
    words: tuple[str, ...]
    says: str
    same: Mapping[str, str] = MappingProxyType({})


_KINDS: Final = {
    **{f"{kind.replace('_', ' ')}s": kind for kind in get_args(words.ActorKind)},
    "people": "person",
    "countries": "state",
    "organisations": "international_organisation",
    "organizations": "international_organisation",
    "militias": "armed_group",
    "newspapers": "media",
}
"""What people call the actors of a kind, in small letters: a NAME that lists them."""

_HOLDERS: Final[dict[str, Actor | None]] = {
    "author": None,
    **{claim.holder: actors[claim.holder] for claim in claims if claim.holder},
}
"""Whoever holds a claim, by the word for it."""

_CHOICES: Final = {
    "country": _Choice(
        ("of_country", "in_country"),
        get_args(words.Country),
        "an actor's own country or an event's place, such as Iran or IRN; UNO is the United Nations",
        {name.casefold(): code for code, several in words.COUNTRIES.items() for name in several},
    ),
    "kind": _Choice(
        ("of_kind",),
        (*get_args(words.ActorKind), *get_args(words.QuoteKind), *get_args(words.ClaimKind)),
        f"of actors: {', '.join(get_args(words.ActorKind))}; of quotes: {', '.join(get_args(words.QuoteKind))}; "
        f"of claims: {', '.join(get_args(words.ClaimKind))}",
        _KINDS,
    ),
    "status": _Choice(("with_status",), get_args(words.Status), f"of events: {', '.join(get_args(words.Status))}"),
    "category": _Choice(
        ("in_category",), get_args(words.TermCategory), f"of terms: {', '.join(get_args(words.TermCategory))}"
    ),
    "verdict": _Choice(
        ("of_verdict",),
        get_args(words.CheckVerdict),
        f"of checks: {', '.join(get_args(words.CheckVerdict))}",
        VERDICT_NAMES,
    ),
    "holder": _Choice(
        ("held_by",),
        tuple(_HOLDERS),
        "of claims: whose claim it is, such as author (the article's author) or Iran",
        {name.casefold(): key for key, holder in _HOLDERS.items() if holder for name in holder.names},
    ),
    "grade": _Choice(("of_grade",), get_args(words.Grade), f"of sources: {', '.join(get_args(words.Grade))}"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name, in one word or several, and what is wanted of the records."""
    parser.add_argument(
        "name", metavar="NAME", nargs="*", help="a name, abbreviation or code, after a family's name or alone"
    )
    selecting.add_family(parser)
    for name, choice in _CHOICES.items():
        parser.add_argument(
            f"--{name}",
            metavar=name.upper(),
            choices=choice.words,
            type=typed_values.one_of(choice.words, choice.same),
            action="append",
            help=choice.says,
        )
    parser.add_argument("--json", action="store_true", help="print the records as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the records that were asked for, and records related to an actor with the name; or similar names."""
    name, wanted = " ".join(options.name), {key: given for key in _CHOICES if (given := getattr(options, key))}
    families: Sequence[FamilyName] = options.family or FAMILIES
    first, *others = options.name or [""]
    whole = family_named(first)
    if whole:
        name = " ".join(others)
        families = (whole,)
    elif name.casefold() in _KINDS:
        wanted["kind"] = [_KINDS[name.casefold()]]
        name = ""
    if not (name or wanted or options.family or whole):
        note("want a name, the name of a family such as actors, or an option such as --country Iran")
        return 2
    called = {record.id for family in families for record in _chosen(family, name, wanted)}
    found = [record for family in families for record in _chosen(family, name, wanted, words=True)]
    narrowed = bool(wanted or options.family or whole)
    known = {record.id for record in found}
    referring = [
        record
        for family in (families if name and narrowed else ())
        for record in _referring(family, name, wanted)
        if record.id not in known
    ]
    found += referring
    found.sort(key=lambda record: (FAMILIES.index(family_of(record)), record.id not in called))
    is_country = whole in ("actors", "events") and name.casefold() in _CHOICES["country"].same
    hint = [f"jcpoa-brief find {whole} --country {quote(name)} has all of that country"] if is_country else []
    if options.json:
        say_json([record_data(record) for record in found])
    elif found:
        say(
            *_called_so(name, found),
            listing(found),
            *hint,
            *_counted(name, found, len(referring), narrowed=narrowed),
            *about_list(found),
            *(_further([one for one in found if one.id in called], found) if name and not narrowed else ()),
        )
    elif name:
        said = f" among the {whole}" if whole else " among what the options choose" if wanted or options.family else ""
        say(
            f"no record has the name {name!r}{said}",
            *near_names(name),
            *hint,
            f"jcpoa-brief search {name} looks in all texts",
        )
    else:
        say("nothing is left by the options")
    return 0 if found else 1


def _chosen(family: FamilyName, name: str, wanted: Mapping[str, list[str]], *, words: bool = False) -> list[AnyRecord]:
    """The records of a family that have the name, if there is one, or with ``words`` its words in a name, and that the
    options choose; none of a family that has not what an option asks for.
    """
    chosen = COLLECTIONS[family].find(name) if name else COLLECTIONS[family]
    parts = set(name_key(name).split())
    if parts and words:
        chosen |= COLLECTIONS[family].where(
            lambda record: any(parts.issubset(name_key(one).split()) for one in names_of(record.id, record))
        )
    for key, given in wanted.items():
        filters = (getattr(chosen, one) for one in _CHOICES[key].filters if hasattr(chosen, one))
        narrowed = [part for filter_ in filters for word in given if (part := _of_word(filter_, word))]
        if not narrowed:
            return []
        chosen = narrowed[0]
        for part in narrowed[1:]:
            chosen |= part
    return [*chosen]


def _referring(family: FamilyName, name: str, wanted: Mapping[str, list[str]]) -> list[AnyRecord]:
    """The records of a family that refer to an actor with the name and that the options choose; no actors, which have
    names of their own.
    """
    called = {actor.id for actor in actors.find(name)}
    chosen = [] if family == "actors" else _chosen(family, "", wanted)
    return [record for record in chosen if any(to in called for _, to in referrals(record))]


def _counted(name: str, found: Sequence[AnyRecord], referring: int, *, narrowed: bool) -> Iterator[str]:
    """How many records have a name or its words in it, how many only refer to an actor that has it, and how many more
    have the words elsewhere in their texts; and of checks that contradict, how many discrepancies they tell, which is
    another number.
    """
    if name:
        more = [hit for hit in search(name) if not hit.missing and hit.record not in found]
        among = "" if narrowed else f"; {len(more)} more in their texts: jcpoa-brief search {quote(name)}"
        named = len(found) - referring
        have = "record has" if named == 1 else "records have"
        refer = f"; {referring} {'refers' if referring == 1 else 'refer'} to an actor that has it" if referring else ""
        yield f"{named or 'no'} {have} {name!r} as a name or in one{refer}{among if more else ''}"
    against = [one for one in found if isinstance(one, Check) and one.verdict in CONTRADICTING]
    if against and len(against) == len(found):
        every = discrepancies(checks)
        told = sum(any(check in against for check in story) for story in every)
        yield (
            f"One discrepancy may be found in several checks: these {len(against)} belong to {told} of the "
            f"{len(every)} discrepancies that jcpoa-brief check lists."
        )


def _of_word(narrow: Callable[[str], Collection[AnyRecord]], word: str) -> Collection[AnyRecord] | None:
    """What a filter leaves; nothing for a word of another family's list."""
    try:
        return narrow(word)
    except UnknownValueError:
        return None


def _called_so(name: str, found: Sequence[AnyRecord]) -> list[str]:
    """What the name itself means, where it is the name of several records, such as of an actor and of a term."""
    so = [one for one in found if family_of(one) != "sources" and name.casefold() in map(str.casefold, one.names)]
    return [f"{name} is {' and '.join(map(how_to_see, so))}"] if so[1:] else []


def _further(called: Sequence[AnyRecord], found: Sequence[AnyRecord]) -> list[str]:
    """Records related to the actors that have the name, other than those that were found."""
    said: list[str] = []
    for actor in called:
        if family_of(actor) == "actors":
            others = [one for one in related_records(actor) if one not in found]
            if others:
                more = len(others) - _MOST
                said += [f"\nalso about {title_of(actor)}:", listing(others[:_MOST])]
                said += [f"{more} more: jcpoa-brief show {actor.id} --all"] if more > 0 else []
    return said
