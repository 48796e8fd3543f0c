"""What is said of arguments that a command does not take: the option or the call that was probably meant."""

from __future__ import annotations

import re
from argparse import Action
from collections.abc import Collection, Mapping, Sequence
from shlex import quote
from typing import Final, cast

from .._messages import did_you_mean, near_misses
from . import typed_values

_MEANT: Final[Mapping[str, tuple[str, ...]]] = {
    "--in": ("--month", "--year", "--day", "--date", "--on", "--time", "--during", "--period", "--when", "--only"),
    "--since": ("--from", "--after", "--start", "--begin"),
    "--until": ("--to", "--before", "--end", "--till"),
    "--involving": ("--actor", "--who", "--person", "--by", "--with", "--name"),
    "--actual": ("--real", "--happened", "--facts", "--true"),
    "--uncontradicted": ("--confirmed", "--verified", "--checked"),
    "--copy": ("--article", "--source", "--original", "--against"),
    "--most": ("--limit", "--max", "--number", "--top", "--count"),
    "--output": ("--out", "--file", "--save"),
    "--force": ("--overwrite", "--replace", "--yes"),
    "--accessed": ("--access", "--read", "--today", "--retrieved"),
    "--published": ("--date", "--year"),
    "--style": ("--format",),
}
"""What people type for an option."""

_LOOKS: Final = re.compile(r"--?(no-?)?(colou?rs?|width|columns|wide|narrow|wrap|plain)")

_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


Options = Mapping[str, Sequence[Action]]
"""The options of each command."""


def about_strays(command: str, strays: Sequence[str], given: Mapping[str, object], options: Options) -> str:
    """What is wrong with arguments that a command does not take; ``given`` has what its options were given."""
    known = {name for action in options.get(command, ()) for name in action.option_strings}
    option = next((one.partition("=")[0] for one in strays if one.startswith("-")), None)
    if option is not None:
        return f"there is no option {option}{_instead(option, command, known, options)}"
    from .. import article  # noqa: PLC0415  # only a mistake needs it

    words, call = " ".join(strays), f"jcpoa-brief {command}"
    when = re.sub(r"^(?:in|on|of|during|from|for) ", "", words)
    in_its_year = f"{when} {str(article.finished)[:4]}"  # a month without a year is of the article's
    date = next(filter(_DATE.fullmatch, map(typed_values.date, (when, in_its_year))), "")
    several = next((name for name, value in given.items() if isinstance(value, list)), None)
    hint = ""
    if "--since" in known and date:
        hint = f"; for that time {call} --in {date}"
    elif several:
        last = cast("list[object]", given[several])[-1]
        hint = f"; for several values repeat the option: --{several} {last} --{several} {strays[0]}"
    elif "--since" in known:
        hint = f"; for the events of somebody {call} --involving {quote(words)}"
    elif command in ("compare", "verify"):
        hint = "; your copy of the article is named by --copy: jcpoa-brief compare TEXT --copy COPY"
    return f"{words!r} is not understood here{hint}"


def _instead(option: str, command: str, known: Collection[str], options: Options) -> str:
    """What to type for an option that a command does not have."""
    if _LOOKS.fullmatch(option):
        return (
            ": there are no colours, and lines fit the terminal; COLUMNS=60 before the call makes them narrower there"
        )
    meant = [name for name, others in _MEANT.items() if name in known and option in others]
    if meant:
        return did_you_mean(meant)
    having = [name for name, actions in options.items() if any(option in one.option_strings for one in actions)]
    if having:
        return (
            f"; {' and '.join(f'jcpoa-brief {name}' for name in having[:2])} {'has' if having[1:] == [] else 'have'} it"
        )
    word = option.lstrip("-")
    bare = {one.lstrip("-"): one for one in known if one.startswith("--")}
    if near := near_misses(word, bare):
        return did_you_mean(bare[one] for one in near)
    values = [
        f"{'' if name == command else f'jcpoa-brief {name} '}{action.option_strings[0]} {word}"
        for name in sorted(options, key=lambda name: name != command)
        for action in options[name]
        if action.option_strings and action.choices and word in action.choices
    ]
    return did_you_mean(values[:1])
