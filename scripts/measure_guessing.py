"""What of the article's words can be guessed from the data that is shipped, names, dates and quoted words apart.

python scripts/measure_guessing.py --words LIST [--copy PATH] [--seconds 600]

The attack: the place of a citation says how many characters it has, and its digest says whether a guess is right. Every
word of a list, and every two words in a row that the package's own texts have or that common words make, are tried for
each citation that has their length; a guess that is longer is put together from those that were proved. Sentences have
no digest of a part, so that nothing shorter than a citation answers.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

from article_text import SourceText, copy_path
from jcpoa_brief import (
    actors,
    article,
    checks,
    claims,
    digest_of,
    events,
    figures,
    glossary,
    paragraphs,
    quotes,
    sources,
)
from jcpoa_brief._align.article_digests import article_outline
from jcpoa_brief._model.record import Citation

COMMON = 8_000
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


def own_texts() -> str:
    """Everything that the package says."""
    families = (actors, events, quotes, glossary, figures, claims, checks, sources, paragraphs)
    return " ".join(str(record.model_dump()) for family in families for record in family) + str(article.model_dump())


def shipped_spans() -> set[Citation]:
    """The positions of names, dates, terms and quotations, which are shipped on purpose."""
    found = {citation for family in (actors, quotes, glossary) for record in family for citation in record.citations}
    return found | {citation for event in events if event.date for citation in event.date.citations}


def guesses(words: list[str], neighbours: Counter[tuple[str, str]]) -> Iterator[str]:
    """Single words, neighbours of the package's own texts, then pairs of common words."""
    for word in words:
        yield from (word, word.capitalize())
    for one, other in neighbours:
        yield f"{one} {other}"
    yield from (f"{one} {other}" for one, other in product(words[:COMMON], words[:COMMON]))


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", required=True, help="a list of English words, a line each")
    parser.add_argument("--copy", help="path of your copy of the article (default: $JCPOA_BRIEF_COPY)")
    parser.add_argument("--seconds", type=float, default=600, help="how long to guess")
    options = parser.parse_args()
    own = own_texts()
    counts = Counter(WORD.findall(own))
    listed = [line.strip() for line in Path(options.words).read_text(encoding="utf-8").splitlines()]
    words = list(dict.fromkeys([word for word, _ in counts.most_common()] + listed))
    found = WORD.findall(own)
    wanted: dict[int, dict[str, list[Citation]]] = {}
    for citation in article_outline().citing:
        if citation.digest:
            by_digest = wanted.setdefault(citation.end - citation.start, {})
            by_digest.setdefault(citation.digest, []).append(citation)
    proved: set[Citation] = set()
    tried, end = 0, time.process_time() + options.seconds
    for guess in guesses(words, Counter(pairwise(found))):
        if time.process_time() > end:
            break
        if len(guess) in wanted:
            tried += 1
            proved.update(wanted[len(guess)].get(digest_of(guess), ()))
    print(f"{tried:,} guesses in {options.seconds - (end - time.process_time()):.0f} s; {len(proved)} citations proved")
    print(summary(proved, SourceText.read(copy_path(options.copy))))
    return 0


def summary(proved: set[Citation], source: SourceText) -> str:
    """How many of the article's words were guessed, those apart that are shipped on purpose."""
    shipped = shipped_spans()
    total = guessed = 0
    for number, text in enumerate(source.paragraphs, 1):
        for match in WORD.finditer(text):
            place = Citation.model_validate({"paragraph": number, "start": match.start(), "end": match.end()})
            if not any(one.paragraph == number and one.contains(place) for one in shipped):
                total += 1
                guessed += any(one.paragraph == number and one.contains(place) for one in proved)
    return f"{guessed} of {total} words that are not shipped on purpose ({100 * guessed / total:.1f} %)"


if __name__ == "__main__":
    sys.exit(main())
