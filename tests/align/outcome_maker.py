"""Many small texts on both sides of every limit, and what is said of each: the outcomes that are stored.

A text is made of pieces of the text written for the tests, of foreign words and of what tools put around them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from quotation_maker import FRAMES

import harbour
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.comparison import Comparison

COPY = Alignment(f"{harbour.WHOLE}\n\n{harbour.PULL_QUOTE}\n\n{harbour.LINK}", harbour.OUTLINE)
GAPPED = Alignment(
    "\n\n".join(harbour.PARAGRAPHS[at] for at in (0, 2, 3, 5)).replace("The crowd cheered. ", ""), harbour.OUTLINE
)
"""A copy of a part, without some paragraphs and a sentence."""
FIVE, SIX, SEVEN = harbour.PARAGRAPHS[4:7]
WORDS = [text.split(" ") for text in harbour.PARAGRAPHS]
FOREIGN = (
    "snow falls over green hills while seven old bakers count their loaves near another frozen river under grey skies "
    "before dawn and nobody ever hears them sing about apples or bread because wind carries each note far beyond every "
    "empty mill toward distant farms whose lamps glow dimly through thick fog until morning brings sheep along narrow "
    "lanes past broken gates where children throw stones into puddles after school on long winter afternoons"
).split()
LINE = "snow falls\n"
SIZES = (*range(1, 18), 20, 21, 39, 40, 41, 60, 61, 79, 80, 81, 119, 120, 121)
COPY_SIZES = (1, 2, 3, 7, 8, 9, 40, 79, 80, 81)
MARKUP = (
    "<b>{}</b>", "<p>{}</p>", "<del>{}</del>", "<q>{}</q>", "<sup>{}</sup>", "<span hidden>{}</span>", "<!-- {} -->",
    '<a href="x">{}</a>', '<i class="sr-only">{}</i>', '<i style="display:none">{}</i>', "<br>{}<hr/>",
    "**{}**", "_{}_",     "~~{}~~", "[{}](https://example.org/a_(b))",
    "([{}](https://example.org))", "[12](https://example.org) {}", "[{}]", "({})", "{{{{tq|{}}}}}",
    "\\emph{{{}}}", "\\footnote{{{}}}",
    "\\sout{{{}}}", "[s]{}[/s]", "[quote]{}[/quote]", "{{--{}--}}", "{{++{}++}}", "{{~~{}~>that~~}}", "{{>>{}<<}}",
    "&ldquo;{}&rdquo;", "&#8220;{}&#x201d;", "&lt;b&gt;{}&lt;/b&gt;", "“{}”", '"{}"', "‘{}’", "'{}'", "„{}“", "« {} »",
    "``{}''", "<<{}>>", "\n\n{}\n\n", "\n> {}\n", "\n- {}\n", "\n• {}\n", "\n{}\n", "\n1. {}\n", "| {} |", "\t{}\t",
    "Desk: {}", "\n[00:10] {}", "\n\n{}\n— The Weekly\n", "{} [12]", "{}²", "{} (ibid.)\n", "https://example.org/{}",
    "\n\f{}", "{}.", "{}, ", "{} …", "… {}", "[…] {}", "{} —", "-{}", "{}-\n", "¬\n{}", "\\enquote{{{}}}",
    '{{"a": "{}"}}', "[[{}]]", "[[a|{}]]", "{{quote}}{}{{quote}}", "\n#+begin_quote\n{}\n#+end_quote\n",
    "\u0336{}", "\u200b{}\u00ad",
)  # fmt: skip

_Item = TypeVar("_Item")


def foreign(size: int) -> str:
    """So many words that are not the article's."""
    return " ".join((FOREIGN * 3)[:size])


def one_of(chance: random.Random, items: Sequence[_Item]) -> _Item:
    """An item at random; only ``random()`` gives the same in every version of Python."""
    return items[int(chance.random() * len(items))]


# -- sizes: each text has so many words somewhere --

SIZED: dict[str, Callable[[int], str]] = {
    "quoted": lambda n: f"It says “{' '.join(WORDS[5][:n])}”, no more.",
    "quoted, names": lambda n: f"It says “{' '.join(WORDS[0][7 : 7 + n])}”, no more.",
    "not quoted": lambda n: f"Snow falls as {' '.join(WORDS[5][:n])} under grey skies.",
    "alone": lambda n: " ".join(WORDS[3][:n]),
    "put in": lambda n: SIX.replace("the guild will", f"the guild {foreign(n)} will"),
    "put in, in capitals": lambda n: SIX.replace("the guild will", f"the guild {foreign(n).title()} will"),
    "put in, on a line": lambda n: SIX.replace("the guild will", f"the guild\n{foreign(n)}\nwill"),
    "put in, a line with a capital": lambda n: SIX.replace("guild will", f"guild\n{foreign(n).capitalize()}\nwill"),
    "put in, a block": lambda n: SIX.replace("the guild will", f"the guild\n\n{foreign(n).capitalize()}\n\nwill"),
    "put in, in brackets": lambda n: SIX.replace("the guild will", f"the guild [{foreign(n)}] will"),
    "put in, in round brackets": lambda n: SIX.replace("the guild will", f"the guild ({foreign(n)}) will"),
    "put in, in dashes": lambda n: SIX.replace("the guild will", f"the guild — {foreign(n)} — will"),
    "put in, quoted": lambda n: f"“{SIX.replace('the guild will', f'the guild {foreign(n)} will')}”",
    "between sentences": lambda n: SIX.replace("only. F", f"only. {foreign(n).capitalize()}. F"),
    "between sentences, without a stop": lambda n: SIX.replace("only. F", f"only. {foreign(n).capitalize()} F"),
    "between sentences, bold": lambda n: SIX.replace("only. F", f"only. **{foreign(n).capitalize()}** F"),
    "between sentences, quoted": lambda n: f"“{SIX.replace('only. F', f'only. {foreign(n).capitalize()}. F')}”",
    "between paragraphs": lambda n: f"{FIVE}\n\n{foreign(n).capitalize()}.\n\n{SIX}",
    "between quotations": lambda n: f"“{SIX[:62]},” {foreign(n)}, “{SIX[63:160]}”",
    "between quotations, a gap": lambda n: f"“{' '.join(WORDS[5][:12])},” it says, “{' '.join(WORDS[5][12 + n :])}”",
    "left out": lambda n: " ".join([*WORDS[5][:12], *WORDS[5][12 + n :]]),
    "left out, quoted": lambda n: f"“{' '.join([*WORDS[5][:12], *WORDS[5][12 + n :]])}”",
    "left out over dots": lambda n: f"“{' '.join([*WORDS[5][:12], '…', *WORDS[5][12 + n :]])}”",
    "left out over a line's end": lambda n: " ".join([*WORDS[5][:12], "\n", *WORDS[5][12 + n :]]),
    "left out over a block's end": lambda n: " ".join([*WORDS[5][:12], "\n\n", *WORDS[5][12 + n :]]),
    "a sentence's end left out": lambda n: " ".join([*WORDS[0][: 25 - n], *WORDS[0][25:]]),
    "a sentence's head left out": lambda n: " ".join([*WORDS[0][:25], *WORDS[0][25 + n :]]),
    "brackets for words": lambda n: f"“{' '.join([*WORDS[2][:7], '[She]', *WORDS[2][7 + n :]])}”",
    "other words": lambda n: " ".join([*WORDS[5][:12], *foreign(n).split(), *WORDS[5][12 + n :]]),
    "other words, quoted": lambda n: f"“{' '.join([*WORDS[5][:12], *foreign(n).split(), *WORDS[5][12 + n :]])}”",
    "each so many": lambda n: " ".join(word if at % (n + 1) else "snow" for at, word in enumerate(WORDS[5])),
    "each so many, quoted": lambda n: f"“{' '.join(w if at % (n + 1) else 'snow' for at, w in enumerate(WORDS[5]))}”",
    "other words at the head": lambda n: f"{foreign(n).capitalize()} {SIX[3:]}",
    "other words at the foot": lambda n: f"{SIX[:-1]} {foreign(n)}.",
    "other words at the head, quoted": lambda n: f"It says “{foreign(n)} {SIX[3:]}”",
    "other words at the foot, quoted": lambda n: f"It says “{SIX[:-1]} {foreign(n)}” and more.",
    "words at the head replaced": lambda n: " ".join([*foreign(n).capitalize().split(), *WORDS[5][n:]]),
    "words at the foot replaced": lambda n: " ".join([*WORDS[5][:-n], *foreign(n).split()]) + ".",
    "words at the foot replaced, quoted": lambda n: f"“{' '.join([*WORDS[5][:-n], *foreign(n).split()])}”",
    "a head": lambda n: f"**{foreign(n).capitalize()}** {SIX}",
    "a label": lambda n: f"{foreign(n).title()}: {SIX}",
    "an attribution": lambda n: f"> {SIX}\n> — {foreign(n).capitalize()}",
    "a repeated label": lambda n: "\n".join(
        f"{f'Desk {at}: ' if at < n else ''}{' '.join(WORDS[5][9 * at : 9 * at + 9])}" for at in range(8)
    ),
    "labels of so many words": lambda n: "\n".join(
        f"{foreign(n)} > {' '.join(WORDS[5][9 * at : 9 * at + 9])}" for at in range(8)
    ),
    "repeated words behind lines": lambda n: "\n".join(
        f"{' '.join(WORDS[5][9 * at : 9 * at + 9])}{'  Weekly News' if at < n else ''}" for at in range(8)
    ),
    "repeated words in brackets": lambda n: "\n".join(
        f"{' '.join(WORDS[5][9 * at : 9 * at + 4])}{' (Weekly News)' if at < n else ''} "
        f"{' '.join(WORDS[5][9 * at + 4 : 9 * at + 9])}"
        for at in range(8)
    ),
    "counted lines": lambda n: "\n".join(
        f"{f'{3 * at + n} ' if at < n else ''}{' '.join(WORDS[5][9 * at : 9 * at + 9])}" for at in range(8)
    ),
    "steps of a counter": lambda n: "\n".join(
        f"{' '.join(WORDS[5][9 * at : 9 * at + 9])} {n * at}" for at in range(8)
    ),
    "words to a line": lambda n: "\n".join(" ".join(WORDS[5][at : at + n]) for at in range(0, len(WORDS[5]), n)),
    "two columns of lines": lambda n: "\n".join(
        f"{' '.join(WORDS[5][4 * at : 4 * at + 4]):<34}{' '.join(WORDS[5][4 * (at + n) : 4 * (at + n) + 4])}"
        for at in range(min(n, 20))
    ),
    "two columns of words": lambda n: "\n".join(
        f"{' '.join(WORDS[3][n * at : n * at + n]):<70}{' '.join(WORDS[3][n * (at + 8) : n * (at + 9)])}"
        for at in range(8)
    ),
    "marks inside each other": lambda n: f"{'“' * min(n, 20)}{SIX[:62]}{'”' * min(n, 20)} {foreign(9)}",
    "a mark that closes blocks later": lambda n: (
        f"“{SIX[:62]}\n\n" + "".join(f"{foreign(3)}\n\n" for _ in range(min(n, 9))) + f"{SIX[62:160]}” {foreign(9)}"
    ),
    "a note's number": lambda n: SIX.replace("2009", f"2009{'1234567'[:n]}").replace("fee,", f"fee,{'1234567'[:n]}"),
    "a note in brackets": lambda n: SIX.replace("fee,", f"fee, [{foreign(n)}]"),
    "a number inside": lambda n: SIX.replace("the guild will", f"the guild {10**n} will"),
    "a pull quote of so many words": lambda n: f"{FIVE} {' '.join(harbour.PULL_QUOTE.split()[:n])} {SEVEN}",
    "far from each other": lambda n: f"“{SIX[:62]}” {foreign(n)}. {foreign(n).title()} “{SIX[63:160]}”",
    "two short runs": lambda n: f"{' '.join(WORDS[5][:4])} {foreign(n)} {' '.join(WORDS[5][4 + n : 8 + n])}",
    "moved": lambda n: f"“{' '.join(WORDS[5][n:])} {' '.join(WORDS[5][:n])}”",
    "brackets that begin as what follows": lambda n: " ".join(
        [*WORDS[5][:20], f"[{' '.join(WORDS[5][20 : 20 + n])} snow]", *WORDS[5][20:]]
    ),
    "brackets that end as what precedes": lambda n: " ".join(
        [*WORDS[5][:20], f"[snow {' '.join(WORDS[5][max(20 - n, 0) : 20])}]", *WORDS[5][20:]]
    ),
    "late, in a longer sentence": lambda n: (
        f"{foreign(110).capitalize()}. It says: {' '.join([*WORDS[5][:6], *WORDS[5][7:11]])} and {foreign(n)}."
    ),
    "joined words": lambda n: " ".join(WORDS[5][:-n]) + "".join(WORDS[5][-n:]),
    "split words": lambda n: " ".join(
        f"{word[:2]} {word[2:]}" if at in range(1, 2 * n, 2) else word for at, word in enumerate(WORDS[5])
    ),
    "the same word": lambda n: SIX.replace("the guild", f"the {'guild ' * min(n, 9)}".strip()),
    "copy with halves far apart": lambda n: harbour.WHOLE.replace("remembers", f"remem-\n\n{foreign(n)}\n\nbers"),
    "copy with lines between halves": lambda n: harbour.WHOLE.replace("remembers", f"remem-\n\n{LINE * n}\nbers"),
    "copy with lines inside": lambda n: harbour.WHOLE.replace("remembers", f"\n{LINE * n}\nremembers"),
    "copy with words inside": lambda n: harbour.WHOLE.replace("remembers", f"\n{foreign(n)}\nremembers"),
    "copy with numbers inside": lambda n: " 7 ".join(harbour.WHOLE.split(" ", min(n, 8))),
    "copy behind other words": lambda n: f"{foreign(n)} {harbour.PARAGRAPHS[4]} {foreign(n)}",
    "other quotations": lambda n: f"{SIX} It says “{foreign(n)}” and “{foreign(n)[::-1]}”.",
}  # fmt: skip


# -- pieces at random --


def piece(chance: random.Random) -> str:
    """Some words of the article or others, perhaps in markup."""
    words = one_of(chance, [*WORDS, FOREIGN])
    size = 1 + int(chance.random() * one_of(chance, (4, 12, 30)))
    first = int(chance.random() * max(len(words) - size, 1))
    said = " ".join(words[first : first + size])
    return one_of(chance, MARKUP).format(said) if chance.random() < 0.5 else said


def damaged(chance: random.Random) -> str:
    """One or two paragraphs with markup around some words, and some of them edited."""
    first = int(chance.random() * 6)
    words = [word for row in WORDS[first : first + 1 + (chance.random() < 0.3)] for word in row]
    for _ in range(1 + int(chance.random() * 4)):
        size = int(chance.random() * one_of(chance, (2, 3, 9)))
        at = int(chance.random() * max(len(words) - size, 1))
        inside = " ".join(words[at : at + size]) or one_of(chance, FOREIGN)
        edit = one_of(chance, (inside, inside, inside, "", inside.upper(), inside.replace(" ", ""), foreign(size)))
        words[at : at + size] = [one_of(chance, MARKUP).format(edit)]
    return one_of(chance, (" ", " ", "\n", "  ")).join(words)


def at_random(count: int, seed: int = 5) -> Iterator[tuple[str, str]]:
    """So many texts of pieces, damaged paragraphs, and both in a frame."""
    chance = random.Random(seed)
    for number in range(count):
        pieces = [piece(chance) for _ in range(1 + int(chance.random() * 6))]
        yield f"pieces {number}", " ".join(pieces)
        yield f"damaged {number}", damaged(chance)
        framed = FRAMES[one_of(chance, list(FRAMES))]
        yield f"framed {number}", framed(damaged(chance))


# -- what is said of them --


def compared(text: str, copy: Alignment = COPY) -> list[Any]:
    """What a comparison says of a text, in short."""
    comparison: Comparison = copy.compare(text)
    found: list[Any] = []
    for passage in comparison.passages:
        row: list[Any] = [passage.verdict, *passage.span, *map(list, passage.article)]
        row += [
            f"{one.kind} {one.span[0]}-{one.span[1]} “{cut(one.words)}” for “{cut(one.article_words)}”"
            for one in passage.changes
        ]
        found.append([*row, f"aside {'; '.join(map(cut, passage.set_aside))}"] if passage.set_aside else row)
    found += [list(span) for span in comparison.other_quotations]
    parts = [f"¶{part.number} {part.verdict}" for part in comparison.paragraphs.values() if part.verdict != "missing"]
    return [*found, *parts, len(comparison.affected)]


def gapped(text: str) -> list[Any]:
    """The same with a copy of a part of the article."""
    return compared(text, GAPPED)


def reported(text: str) -> list[Any]:
    """What a person reads of a text, and of a copy."""
    comparison = COPY.compare(text)
    return [comparison.report(record=True), comparison._repr_html_(), str(Alignment(text, harbour.OUTLINE))]


def cut(words: str) -> str:
    """Words, those of a long stretch by their beginning and number."""
    return words if len(words) <= 30 else f"{words[:20]}… ({len(words.split())} words)"


def damaged_copies(count: int, seed: int = 9) -> Iterator[tuple[str, str]]:
    """So many copies of the whole text, damaged in each paragraph as tools do."""
    chance = random.Random(seed)
    for number in range(count):
        words = harbour.WHOLE.replace("\n\n", " \n\n ").split(" ")
        for _ in range(1 + int(chance.random() * one_of(chance, (2, 6, 12)))):
            at = int(chance.random() * len(words))
            word = words[at]
            words[at] = one_of(chance, (
                one_of(chance, MARKUP).format(word), f"{word[:3]}-\n{word[3:]}", f"{word[:1]}\n{word[1:]}", f"{word}7",
                f"{word}\n12\n", f"{word}\n\n{foreign(4)}\n\n", word.upper(), f"{word[:3]} {word[3:]}",
                f"{word}{words[at - 1]}", f"{word[:2]}-\n{foreign(2)}\n{word[2:]}", f"{word}\n{foreign(3)}",
                f"\u200b{word}", f"{word} [3]", f"{word[:2]}-\n\n{foreign(2)}\n\n{word[2:]}",
            ))  # fmt: skip
        yield f"copy {number}", " ".join(words)


def proved(text: str) -> list[Any]:
    """What an alignment says of a copy, in short."""
    alignment = Alignment(text, harbour.OUTLINE)
    rows = [
        " ".join([str(part.number), *(f"{one.verdict}{list(one.span or ())}" for one in part.sentences)])
        for part in alignment.paragraphs.values()
    ]
    places = sum(place.start * 3 + place.end for place in alignment.found.values())
    return [alignment.status, *rows, len(alignment.found), places, alignment.to_dict()["other_words"]]


def texts() -> dict[str, dict[str, str]]:
    """The texts with their names, by what they try."""
    found: dict[str, dict[str, str]] = {}
    for name, made in SIZED.items():
        found[name] = {str(size): made(size) for size in (COPY_SIZES if name.startswith("copy") else SIZES)}
    for name, text in [*at_random(220), *damaged_copies(90)]:
        found.setdefault(f"{name[:-1]}*", {})[name] = text
    for name, text in at_random(50, seed=11):
        found.setdefault(f"gapped {name[:-1]}*", {})[name] = text
    for name, text in [*at_random(8, seed=12), *damaged_copies(4)]:
        found[f"report of {name}"] = {name: text}
    return found


def outcomes(group: str) -> dict[str, list[Any]]:
    """What is said of each text of a group."""
    said = {"copy": proved, "gapped": gapped, "report": reported}.get(group.split(" ", maxsplit=1)[0], compared)
    return {name: said(text) for name, text in TEXTS[group].items()}


TEXTS: Final = texts()
