"""Evaluation of predicted spans: right counts, every span used once, every mistake in the input named."""

from __future__ import annotations

import random
from collections import deque
from itertools import permutations
from typing import Any, get_args

import pytest
from hypothesis import given, strategies as st
from nervaluate import Evaluator

from jcpoa_brief import actors, claims, events, figures, glossary, paragraphs, quotes, types
from jcpoa_brief._evaluate.evaluate import Evaluation, SpanMatch, evaluate, label_of
from jcpoa_brief._evaluate.pairing import paired
from jcpoa_brief._evaluate.predictions import LabelledSpan
from jcpoa_brief._model.record import Agreement, Citation
from jcpoa_brief.errors import InvalidPredictionsError, UnknownValueError, WrongTypeError

FAMILIES = (actors, events, quotes, glossary, figures, claims)
MENTIONS = sorted({(c.paragraph, c.start, c.end) for actor in actors for c in actor.citations})
LENGTHS = {paragraph.number: paragraph.characters for paragraph in paragraphs}

spans = st.sampled_from(sorted(LENGTHS)).flatmap(
    lambda number: st.tuples(st.just(number), st.integers(0, LENGTHS[number] - 2), st.integers(1, 60)).map(
        lambda part: (part[0], part[1], min(part[1] + part[2], LENGTHS[part[0]]))
    )
)


def annotated_spans(collection: Any) -> list[tuple[int, int, int]]:
    """The distinct places that a collection cites."""
    return sorted({(c.paragraph, c.start, c.end) for record in collection for c in record.citations})


@pytest.mark.parametrize("collection", FAMILIES)
@pytest.mark.parametrize("match", get_args(SpanMatch))
def test_the_annotation_gets_itself_right(collection: Any, match: SpanMatch) -> None:
    """Its own spans, plain, with ids and with labels, give precision, recall and F1 of 1."""
    cited = [(c.paragraph, c.start, c.end, record) for record in collection for c in record.citations]
    plain = evaluate(annotated_spans(collection), collection, match=match)
    by_id = evaluate([(*place, record.id) for *place, record in cited], collection, match=match)
    labelled = {(*place, label_of(record)) for *place, record in cited if label_of(record)}
    by_label = evaluate(sorted(labelled), collection, match=match)  # type: ignore[type-var]
    for result in (plain, by_id, by_label):
        assert (result.precision, result.recall, result.f1) == (1.0, 1.0, 1.0)
        assert (result.missed, result.spurious, result.set_aside) == ((), (), ())


def test_citations_are_predictions() -> None:
    """A Citation can be passed as it is."""
    assert evaluate([citation for quote in quotes for citation in quote.citations], quotes).f1 == 1.0
    assert evaluate([Citation.parse("5:0-2")], quotes).spurious == (LabelledSpan(5, 0, 2),)


@given(st.lists(spans, max_size=30), st.sampled_from(get_args(SpanMatch)))
def test_everything_is_counted_once(predicted: list[tuple[int, int, int]], match: SpanMatch) -> None:
    """Predictions are found or spurious, spans found or missed, and the measures follow from the counts."""
    result = evaluate(predicted, actors, match=match)
    found, missed, spurious = len(result.found), len(result.missed), len(result.spurious)
    assert found + spurious == len(predicted)
    assert found + missed == len(MENTIONS)
    assert sorted([pair[0][:3] for pair in result.found] + [span[:3] for span in result.spurious]) == sorted(predicted)
    assert result.f1 == pytest.approx(2 * found / (len(predicted) + len(MENTIONS)))
    for span, annotated in result.found:
        assert span == annotated.span if match == "exact" else span.overlaps(annotated.span)
    assert len({annotated for _, annotated in result.found}) == found


@given(st.lists(spans, max_size=30), st.randoms())
def test_the_order_of_predictions_changes_no_count(
    predicted: list[tuple[int, int, int]], chance: random.Random
) -> None:
    """Shuffled predictions get the same counts."""
    shuffled = list(predicted)
    chance.shuffle(shuffled)
    for match in get_args(SpanMatch):
        one, other = evaluate(predicted, actors, match=match), evaluate(shuffled, actors, match=match)
        assert (one.precision, one.recall) == (other.precision, other.recall)


@given(st.lists(spans, max_size=30))
def test_overlap_never_finds_less_than_exact(predicted: list[tuple[int, int, int]]) -> None:
    """What is exactly right also overlaps."""
    assert len(evaluate(predicted, actors, match="overlap").found) >= len(evaluate(predicted, actors).found)


small = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda part: LabelledSpan(1, part[0], part[0] + part[1]))


@given(st.lists(small, max_size=5), st.lists(small, max_size=4, unique=True))
def test_as_many_pairs_as_possible(predicted: list[LabelledSpan], annotated: list[LabelledSpan]) -> None:
    """The number of pairs is the greatest that any assignment reaches, all of them tried."""
    pairs = paired(predicted, annotated, overlap=True)
    assert len(set(pairs.values())) == len(pairs)
    assert all(predicted[place].overlaps(annotated[number]) for place, number in pairs.items())
    slots = [*annotated, *[None] * len(predicted)]
    assert len(pairs) == max(
        sum(span is not None and one.overlaps(span) for one, span in zip(predicted, order, strict=True))
        for order in permutations(slots, len(predicted))
    )


def test_a_long_chain_is_followed_without_recursion() -> None:
    """Two thousand spans, the last of which finds a partner only if all others change theirs, are all paired."""
    annotated = [LabelledSpan(1, 10 * place, 10 * place + 10) for place in range(2000)]
    predicted = [LabelledSpan(1, 10 * place + 5, 10 * place + 15) for place in range(1999)] + [LabelledSpan(1, 0, 5)]
    assert len(paired(predicted, annotated, overlap=True)) == 2000
    assert len(paired(predicted[:-1], annotated[::-1], overlap=True)) == 1999


def test_a_second_prediction_of_a_place_is_spurious() -> None:
    """Each span is found once."""
    place = MENTIONS[0]
    for match in get_args(SpanMatch):
        result = evaluate([place, place], actors, match=match)
        assert (len(result.found), len(result.spurious)) == (1, 1)


def test_ids_and_labels_must_be_right() -> None:
    """The right place with another record's id or label is spurious."""
    actor = actors["iran"]
    place = actor.citations[0]
    where = (place.paragraph, place.start, place.end)
    assert len(evaluate([(*where, "iran")], actors).found) == 1
    assert len(evaluate([(*where, "united-states")], actors).found) == 0
    assert len(evaluate([(*where, "state")], actors).found) == 1
    assert len(evaluate([(*where, "person")], actors).found) == 0
    assert evaluate([(*where, "state")], actors).missed


def test_records_without_a_label_are_left_out_of_labelled_evaluation() -> None:
    """An event that no type fits cannot be got right by type, and is named."""
    untyped = events.where(lambda event: event.type is None)
    typed = next(event for event in events if event.type)
    place = typed.citations[0]
    result = evaluate([(place.paragraph, place.start, place.end, typed.type)], events)
    assert result.left_out == untyped.ids
    assert evaluate([(place.paragraph, place.start, place.end)], events).left_out == ()


def doubtful() -> Any:
    """Two mentions: one on which both annotators agreed, one that only one of them had."""
    records = [actor.model_copy(update={"agreement": "both"}) for actor in list(actors)[:2]]
    records[1] = records[1].model_copy(update={"agreement": "one"})
    return records


def test_doubtful_records_can_be_left_out() -> None:
    """They are not missed, predictions of them are set aside, and other wrong predictions still count."""
    sure, unsure = doubtful()
    spots = [(c.paragraph, c.start, c.end) for record in (sure, unsure) for c in record.citations]
    result = evaluate([*spots, (1, 0, 1)], doubtful(), agreement="both")
    assert result.left_out == (unsure.id,)
    assert (result.recall, result.missed) == (1.0, ())
    assert len(result.set_aside) == len(unsure.citations)
    assert [span[:3] for span in result.spurious] == [(1, 0, 1)]
    assert "set aside; left out: 1 records" in repr(result)
    assert {row["outcome"] for row in result.rows()} == {"found", "spurious", "set_aside"}
    everything: tuple[Agreement, ...] = ("both", "one", "adjudicated")
    assert evaluate(spots, doubtful(), agreement=everything).left_out == ()


def test_nothing_predicted_and_nothing_to_find() -> None:
    """What cannot be measured is None, not 0, and everything is missed."""
    nothing = evaluate([], actors)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0.0, 0.0)
    assert repr(nothing).startswith("<Evaluation (exact): precision undefined, recall 0.000, F1 0.000; 0 found, ")
    assert evaluate([], actors.find("zzzz")).f1 is None
    assert len(nothing.missed) == len(MENTIONS)
    assert evaluate([], actors.find("nobody")) == Evaluation("exact", (), (), (), (), ())


def test_an_evaluation_prints_its_measures_and_what_is_wrong() -> None:
    """The repr has the figures; the text lists ten missed and spurious spans."""
    result = evaluate([(1, 0, 1)], actors)
    assert repr(result).startswith("<Evaluation (exact): precision 0.000, recall 0.000, F1 0.000; 0 found, ")
    lines = str(result).splitlines()
    assert lines[11] == f"  \u2026 and {len(MENTIONS) - 10} more"
    assert lines[12] == "  spurious 1:0-1"
    labelled = str(evaluate([(1, 0, 1, "state")], actors))
    assert "spurious 1:0-1 state" in labelled
    assert result._repr_html_().startswith("<pre>Evaluation (exact): precision 0.000")


def test_rows_say_what_became_of_each_span() -> None:
    """Found rows have both places and the ids."""
    paragraph, start, end = MENTIONS[0]
    (row, *_) = evaluate([(paragraph, start, end + 1)], actors, match="overlap").rows()
    assert (row["outcome"], row["start"], row["end"], row["predicted_end"]) == ("found", start, end, end + 1)
    assert row["ids"]


def test_every_mistake_is_named_at_once() -> None:
    """Each wrong prediction with its number and what is wrong, none only the first."""
    wrong: list[Any] = [
        (14, 0, 5), (1, -3, 5), (1, 9, 4), (1, 0, 99_999), (1, 0), "1:0-5", (1, 0.5, 2), (True, 0, 5), (1, 0, 5, 7),
        (1, 0, 5), {"paragraph": 1},
    ]  # fmt: skip
    with pytest.raises(InvalidPredictionsError) as caught:
        evaluate(wrong, actors)
    said = {problem.place: problem.what for problem in caught.value.problems}
    assert said == {
        "predicted[0]": "there is no paragraph 14; the article has 1 to 13",
        "predicted[1]": "the start, -3, is negative",
        "predicted[2]": "the end, 4, must be after the start, 9",
        "predicted[3]": f"the end, 99999, lies past paragraph 1, which has {LENGTHS[1]} characters",
        "predicted[4]": "want (paragraph, start, end), with an id or label as a fourth if there is one, not (1, 0)",
        "predicted[5]": "want (paragraph, start, end), with an id or label as a fourth if there is one, not '1:0-5'",
        "predicted[6]": "paragraph, start and end must be whole numbers: (1, 0.5, 2)",
        "predicted[7]": "paragraph, start and end must be whole numbers: (True, 0, 5)",
        "predicted[8]": "the id or label must be a text, not 7",
        "predicted[10]": "want (paragraph, start, end), with an id or label as a fourth if there is one, "
        "not {'paragraph': 1}",
    }
    assert str(caught.value).startswith("the predictions have 10 problems:\n  predicted[0]: there is no paragraph 14")


def test_labels_are_all_or_none_and_of_one_sort() -> None:
    """A missing label is named, also beside other mistakes."""
    with pytest.raises(InvalidPredictionsError) as caught:
        evaluate([(1, 0, 5, "state"), (1, 0, 5), (1, 0, 5, "PER"), (1, 0, 5, "iran"), (1, 0)], actors)  # type: ignore[list-item]
    said = {problem.place: problem.what for problem in caught.value.problems}
    assert set(said) == {"predicted[1]", "predicted[4]"}
    assert said["predicted[1]"].startswith("it has no id or label, while others have")
    with pytest.raises(InvalidPredictionsError, match="it has no id or label"):
        evaluate([(1, 0, 5, "iran"), (1, 0, 5)], actors)


def test_an_unknown_label_is_wrong_and_named() -> None:
    """A label that no record has makes a prediction spurious; ids and labels are told by what most of them are."""
    place = actors["iran"].citations[0]
    spot = (place.paragraph, place.start, place.end)
    result = evaluate([(*spot, "state"), (*spot, "PER"), (*spot, "iran")], actors)
    assert [pair[0].label for pair in result.found] == ["state"]
    assert [span.label for span in result.spurious] == ["PER", "iran"]
    assert result.unknown_labels == ("PER", "iran")
    assert "; unknown labels: 'PER', 'iran'" in repr(result)
    assert len(evaluate([(*spot, "iran"), (*spot, "PER")], actors).found) == 1


def test_scores_by_label_add_up() -> None:
    """Each label has an evaluation of its own, and together they have every span of the whole."""
    spans = [(one.paragraph, one.start, one.end, quote.kind) for quote in quotes for one in quote.citations]
    result = evaluate([*spans[1:], (1, 0, 3, "noise")], quotes)
    assert list(result.by_label) == sorted({quote.kind for quote in quotes} | {"noise"})
    for part in ("found", "missed", "spurious", "set_aside"):
        assert sum(len(getattr(one, part)) for one in result.by_label.values()) == len(getattr(result, part))
    assert result.by_label["noise"].precision == 0
    assert result.by_label["noise"].recall is None
    assert evaluate([spans[0][:3]], quotes).by_label == {}


def test_the_field_says_what_is_looked_for() -> None:
    """Triggers, dates and places are scored as such; perfect triggers held against clauses get an error that names the
    field, unless clauses are asked for.
    """
    triggers = [event.trigger for event in events]
    assert evaluate(triggers, events, field="trigger").recall == 1
    assert "(exact, trigger)" in repr(evaluate(triggers, events, field="trigger"))
    with pytest.raises(InvalidPredictionsError, match="are the trigger of a record: say field='trigger', or"):
        evaluate(triggers, events)
    with pytest.raises(InvalidPredictionsError, match="40 of the 41 that miss are the trigger of a record"):
        evaluate([*triggers[:41], (1, 0, 2)], events)
    clauses = [event.citations[0] for event in events]
    assert len(evaluate([*clauses[:41], *triggers[:40]], events).spurious) > 30
    assert not evaluate([*triggers[:10], *((1, start, start + 1) for start in range(11))], events).found
    assert evaluate(triggers, events, field="citations").f1 < 0.1  # type: ignore[operator]
    dates = [one for event in events if event.date for one in event.date.citations]
    assert evaluate(dates, events, field="date").recall == 1
    with pytest.raises(UnknownValueError, match=r"field cannot be 'triger'; .* did you mean 'trigger'"):
        evaluate([], events, field="triger")  # type: ignore[arg-type]


def test_predictions_on_a_file_of_ones_own() -> None:
    """What lies outside the body is skipped and counted; the rest are spans of the article."""
    statement = next(quote for quote in quotes if quote.kind == "statement")
    where = statement.citations[0]
    placed = types.CopySpans(((where.paragraph, where.start, where.end, statement.kind),), ((2000, 2005),))
    result = evaluate(placed, quotes)
    assert (len(result.found), result.outside_body, result.precision) == (1, 1, 1)
    assert ", 1 outside the body" in repr(result)
    with pytest.raises(WrongTypeError):
        evaluate(types.CopySpans(5, ()), quotes)  # type: ignore[arg-type]


def test_words_off_the_list_are_refused() -> None:
    """A match and an agreement that do not exist."""
    with pytest.raises(UnknownValueError, match="match cannot be 'partial'; it is one of 'exact', 'overlap'"):
        evaluate([], actors, match="partial")  # type: ignore[arg-type]
    with pytest.raises(UnknownValueError, match="agreement cannot be 'all'"):
        evaluate([], actors, agreement=["all"])  # type: ignore[list-item]


# -- beside nervaluate --


def apart(collection: Any) -> list[Any]:
    """Records of a collection with only such citations as touch no other one: there nervaluate, which pairs greedily,
    and ``evaluate``, which pairs best, must give the same.
    """
    reached: dict[int, int] = {}
    kept: dict[str, list[Citation]] = {}
    cited = sorted((citation, record.id) for record in collection for citation in record.citations)
    for citation, key in cited:
        if citation.start > reached.get(citation.paragraph, -1) + 2:
            kept.setdefault(key, []).append(citation)
        reached[citation.paragraph] = max(citation.end, reached.get(citation.paragraph, 0))
    return [
        record.model_copy(update={"citations": tuple(kept[record.id])}) for record in collection if record.id in kept
    ]


ACTORS, TERMS = apart(actors), apart(glossary)


@st.composite
def predictions(draw: st.DrawFn, records: list[Any]) -> list[tuple[int, int, int, str]]:
    """Predictions made from the annotation: right, cut short, of another label, or left out; and some in the gaps."""
    labels = sorted({str(label_of(record)) for record in records})
    made = []
    for record in records:
        for citation in record.citations:
            how = draw(st.sampled_from(["right", "right", "short", "label", "left out"]))
            end = citation.end - 1 if how == "short" and citation.end - citation.start > 1 else citation.end
            label = draw(st.sampled_from(labels)) if how == "label" else str(label_of(record))
            if how != "left out":
                made.append((citation.paragraph, citation.start, end, label))
    taken = [LabelledSpan(*citation._place()) for record in records for citation in record.citations]
    for place in draw(st.lists(spans, max_size=5, unique=True)):
        if not any(
            LabelledSpan(*place).overlaps(other) for other in [*taken, *(LabelledSpan(*one[:3]) for one in made)]
        ):
            made.append((*place, draw(st.sampled_from(labels))))
    return made


def by_nervaluate(records: list[Any], predicted: list[tuple[int, int, int, str]], labelled: bool) -> dict[str, Any]:
    """Its results; it counts ends inclusive, and keeps paragraphs apart as documents."""
    true: dict[int, list[dict[str, Any]]] = {number: [] for number in LENGTHS}
    pred: dict[int, list[dict[str, Any]]] = {number: [] for number in LENGTHS}
    for record in records:
        for c in record.citations:
            label = str(label_of(record)) if labelled else "span"
            true[c.paragraph].append({"label": label, "start": c.start, "end": c.end - 1})
    for number, start, end, label in predicted:
        pred[number].append({"label": label if labelled else "span", "start": start, "end": end - 1})
    tags = sorted({str(label_of(record)) for record in records}) if labelled else ["span"]
    results: dict[str, Any] = Evaluator(list(true.values()), list(pred.values()), tags=tags).evaluate()["overall"]
    return results


@pytest.mark.parametrize("records", [ACTORS, TERMS], ids=["actors", "glossary"])
@pytest.mark.parametrize("labelled", [True, False])
@given(data=st.data())
def test_nervaluate_agrees(records: list[Any], labelled: bool, data: st.DataObject) -> None:
    """Exact is its ``strict`` with labels and its ``exact`` without; overlap is its ``ent_type``."""
    predicted = data.draw(predictions(records))
    theirs = by_nervaluate(records, predicted, labelled)
    mine: list[Any] = predicted if labelled else [one[:3] for one in predicted]
    for match, strategy in (("exact", "strict" if labelled else "exact"), ("overlap", "ent_type")):
        ours = evaluate(mine, records, match=match)  # type: ignore[arg-type]
        wanted = theirs[strategy]
        mine_are = (ours.precision or 0, ours.recall or 0, ours.f1 or 0)  # its measures are 0 where ours are undefined
        assert mine_are == pytest.approx((wanted.precision, wanted.recall, wanted.f1))


def test_one_paragraph_can_be_evaluated() -> None:
    """A system that was given some paragraphs is asked for their spans alone; what it says of others does not count."""
    here = [citation for actor in actors for citation in actor.citations if citation.paragraph == 5]
    result = evaluate([*here, (1, 0, 6)], actors, paragraphs=(5,))
    assert (result.precision, result.recall) == (1, 1)
    assert [span[:3] for span in result.set_aside] == [(1, 0, 6)]
    assert len(result.found) == len({citation.locator for citation in here})
    with pytest.raises(UnknownValueError, match="paragraph cannot be 14"):
        evaluate([], actors, paragraphs=(14,))  # type: ignore[arg-type]


class Whole:
    """A whole number of another library."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


def test_whole_numbers_of_other_libraries_count() -> None:
    """A row of a data frame or an array is a prediction, whatever its numbers are made of."""
    place = quotes.first().citations[0]
    row: Any = deque(map(Whole, (place.paragraph, place.start, place.end)))
    assert evaluate([row], quotes).precision == 1
    assert evaluate([row], quotes).found == evaluate([place], quotes).found


def test_what_is_likely_meant_is_told() -> None:
    """A single span and a whole data frame are told how to pass them."""
    with pytest.raises(WrongTypeError, match=r"put a single one in a list: \[\(5, 0, 26\)\]"):
        evaluate((1, 111, 134), quotes)  # type: ignore[arg-type]

    class DataFrame:
        def itertuples(self) -> None: ...

    with pytest.raises(WrongTypeError, match=r"want its rows, as df.itertuples\(index=False\) gives them"):
        evaluate(DataFrame(), quotes)  # type: ignore[arg-type]
