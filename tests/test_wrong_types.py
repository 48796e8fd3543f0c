"""A wrong type raises an error of the package that says what is wanted, in every public function and method.

Every parameter of every function of ``__all__`` and of every method and operator of every public class is given each of
many values. What its annotation allows may give a result; everything else raises BriefError, never an AttributeError, a
KeyError or another TypeError. Constructors are left out: pydantic validates records, and the package makes results.
"""

from __future__ import annotations

import collections.abc
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from types import UnionType
from typing import Any, Literal, NamedTuple, Protocol, Self, Union, get_args, get_origin, get_type_hints

import pytest

import harbour
import jcpoa_brief as brief
from jcpoa_brief import Alignment, BriefError, Citation, errors, types
from jcpoa_brief.types import HasId

ALIGN_IS_TESTED_APART = "jcpoa_brief._align."  # its functions have tests of their own
CONSTRUCTORS = ("of",)  # only the package calls them
WRITE_FILES = ("export_all", "Export")  # the same: a text that is right for them makes a folder
PUBLIC = {
    name: getattr(module, name)
    for module in (brief, types, errors)
    for name in (dir(module) if module is brief else module.__all__)
    if not name.startswith("_")
}
NOT_TESTED = {BaseException, Protocol}
OPERATORS = ("__getitem__", "__or__", "__and__", "__sub__")

IRAN, LEAVES = brief.actors["iran"], brief.events["us-leaves-jcpoa"]
FIVE = Citation.parse("5:0-26")
ALIGNED = Alignment(harbour.WHOLE, harbour.OUTLINE)

VALUES: tuple[object, ...] = (
    5, 0, -1, 10**5000, True, False, None, 2.5, float("nan"), 5.0, b"x", "", "no-such-thing",
    [], ["iran"], ["no-such-thing"], [5], [None], [[]], ("iran",), (5,), (5, "x"), {"iran"}, {"a": 1}, {},
    object(), slice(1, 3), range(3), iter(()), lambda _: None, str, date(2021, 3, 1),
    IRAN, LEAVES, brief.quotes.first(), brief.glossary.first(), brief.figures.first(), brief.claims.first(),
    brief.checks.first(), brief.sources.first(), brief.paragraphs[5], brief.paragraphs[5].sentences[0], brief.article,
    FIVE, LEAVES.date, brief.actors, brief.events, brief.sources, brief.paragraphs, brief.cited_in(5),
)  # fmt: skip

INSTANCES: tuple[Any, ...] = (
    brief.paragraphs, brief.actors, brief.events, brief.quotes, brief.glossary, brief.figures, brief.claims,
    brief.checks, brief.sources, brief.cited_in(5), brief.timeline(brief.events), brief.network(brief.events),
    brief.evaluate([], brief.quotes), ALIGNED, ALIGNED.compare(harbour.WHOLE), ALIGNED.paragraphs,
    FIVE, types.DateRange(None, None, "interval"), types.LabelledSpan(5, 0, 26),
)  # fmt: skip

RIGHT: dict[str, Any] = {
    "actors": "iran", "agent": "iran", "recipient": "iran", "actor": "iran", "speaker": "iran", "holder": "iran",
    "record": "iran", "event": "us-leaves-jcpoa", "claim": "refusal-makes-sense", "start": "2021", "end": "2022",
    "day": "2021", "name": "Iran", "predicate": bool, "number": 5, "events": brief.events, "predicted": [],
    "places": 5, "countries": "IRN", "contexts": "cbrn", "records": "iran", "grades": "official",
    "is_before.other": types.DateRange(None, None, "interval"),
    "collection": brief.actors, "text": "5:0-26", "cite.cited": brief.article, "lookup.key": "iran",
    "export.name": "anki", "citation": FIVE, "at.start": 4, "at.end": 18, "citation.start": 4, "citation.end": 18,
    "stretches": [(4, 18)], "cited_by.record": harbour.mentions(harbour.PARAGRAPHS)[0],
}  # fmt: skip
"""A value for each parameter that must be given, by its name or by the function's and its own."""


class Parameter(NamedTuple):
    """One parameter of one function, with what it is a method of."""

    function: Callable[..., object]
    parameter: str
    owner: Any = None

    def __str__(self) -> str:
        owner = f"{type(self.owner).__name__}." if self.owner is not None else ""
        return f"{owner}{self.function.__name__}({self.parameter})"


def public_classes() -> Iterator[type]:
    """The public classes but for errors and protocols."""
    for value in PUBLIC.values():
        mine = inspect.isclass(value) and value.__module__.startswith("jcpoa_brief")
        if mine and value.__name__ not in WRITE_FILES and not set(value.__mro__) & NOT_TESTED:
            yield value


def methods(class_: type) -> Iterator[str]:
    """The public methods and the operators that a class has from this package and that take anything."""
    for base in class_.__mro__:
        for name, value in tuple(vars(base).items()) if base.__module__.startswith("jcpoa_brief") else ():
            function = getattr(value, "__func__", value)
            is_public = inspect.isfunction(function) and (
                name in OPERATORS or (name[0] != "_" and name not in CONSTRUCTORS)
            )
            if is_public and len(inspect.signature(function).parameters) > 1:
                yield name


def parameters() -> Iterator[Parameter]:
    """Every parameter of every public function and method."""
    for name, function in PUBLIC.items():
        if (
            inspect.isfunction(function)
            and name not in WRITE_FILES
            and not function.__module__.startswith(ALIGN_IS_TESTED_APART)
        ):
            yield from (Parameter(function, parameter) for parameter in inspect.signature(function).parameters)
    for owner in INSTANCES:
        for name in dict.fromkeys(methods(type(owner))):
            bound = getattr(owner, name)
            yield from (Parameter(bound, parameter, owner) for parameter in inspect.signature(bound).parameters)


PARAMETERS = tuple(parameters())


def one_of(inner: Any, value: object, _: object) -> bool:
    """Whether a literal has the value."""
    return any(value == one and type(value) is type(one) for one in inner)


def with_id(inner: Any, value: object, owner: object) -> bool:
    """Whether it is a record of the family that ``HasId`` names."""
    return hasattr(value, "id") and allowed(inner[0], value.id, owner)


def going_through(inner: Any, value: object, owner: object) -> bool:
    """Whether it is a list or the like of what is wanted; a text, a dict and a single record are none."""
    single = isinstance(value, str | bytes | dict) or hasattr(type(value), "model_fields")
    fits = isinstance(value, collections.abc.Iterable) and not single
    return fits and all(allowed(inner[0], item, owner) for item in value)  # type: ignore[attr-defined]


def in_order(inner: Any, value: object, owner: object) -> bool:
    """Whether it has an order besides."""
    return isinstance(value, collections.abc.Sequence) and going_through(inner, value, owner)


RULES: dict[Any, Callable[[Any, Any, Any], bool]] = {
    Union: lambda inner, value, owner: any(allowed(one, value, owner) for one in inner),
    UnionType: lambda inner, value, owner: any(allowed(one, value, owner) for one in inner),
    Literal: one_of,
    HasId: with_id,
    collections.abc.Callable: lambda _, value, __: callable(value),
    collections.abc.Iterable: going_through,
    collections.abc.Sequence: in_order,
    tuple: lambda inner, value, _: isinstance(value, tuple) and len(value) == len(inner),
}


def allowed(hint: Any, value: Any, owner: object) -> bool:
    """Whether an annotation allows a value."""
    if rule := RULES.get(get_origin(hint)):
        return rule(get_args(hint), value, owner)
    if hint is Self:
        return isinstance(value, type(owner))
    if hint is types.Cited:
        return hasattr(value, "id") and hasattr(value, "citations")
    if isinstance(hint, type):
        return isinstance(value, hint) and (hint is bool or not isinstance(value, bool))
    return hint is None and value is None


def right(tested: Parameter, parameter: str) -> Any:
    """A value that a parameter takes."""
    if parameter == "other":
        return tested.owner
    if parameter == "key" and tested.owner is not None:
        return tested.owner.numbers[0] if tested.owner is brief.paragraphs else tested.owner.ids[0]
    return RIGHT.get(f"{tested.function.__name__}.{parameter}", RIGHT.get(parameter))


def call(tested: Parameter, value: object) -> object:
    """Calls the function with a value for the parameter and right ones for all others that must be given."""
    placed, named = [], {}
    for name, parameter in inspect.signature(tested.function).parameters.items():
        given = value if name == tested.parameter else right(tested, name)
        if name == tested.parameter or parameter.default is parameter.empty:
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
                placed.append(given)
            else:
                named[name] = given
    return tested.function(*placed, **named)


def hint_of(tested: Parameter) -> Any:
    """The parameter's annotation, resolved."""
    names = PUBLIC
    function = getattr(tested.function, "__func__", tested.function)
    return get_type_hints(function, localns=names)[tested.parameter]


@pytest.mark.filterwarnings("ignore:.* is now called:DeprecationWarning")  # former names too
@pytest.mark.parametrize("tested", PARAMETERS, ids=str)
def test_what_is_not_allowed_is_refused_with_an_error_of_the_package(tested: Parameter) -> None:
    """A result only for what the annotation allows; everything else is a BriefError that can be read."""
    hint = hint_of(tested)
    for value in VALUES:
        try:
            call(tested, iter(()) if isinstance(value, collections.abc.Iterator) else value)
        except BriefError as error:
            assert str(error)[:1].islower() or str(error)[:1].isdigit(), error
        else:
            lazily = isinstance(value, collections.abc.Iterator)  # an iterator without items is as good as a list
            assert lazily or allowed(hint, value, tested.owner), value


@pytest.mark.parametrize("tested", PARAMETERS, ids=str)
def test_right_values_are_right(tested: Parameter) -> None:
    """What the test above passes for the other parameters does work, so that it is their value that is refused."""
    parameter = inspect.signature(tested.function).parameters[tested.parameter]
    if parameter.kind is parameter.VAR_POSITIONAL:
        tested.function()
    elif parameter.default is not parameter.empty:
        call(tested, parameter.default)
    else:
        call(tested, right(tested, tested.parameter))


def test_every_public_class_with_methods_is_tried() -> None:
    """A class that joins the package joins the test; what only others derive from is tried through them."""
    classes = list(public_classes())
    tried = {type(owner) for owner in INSTANCES}
    missing = [
        class_.__name__
        for class_ in classes
        if list(methods(class_)) and class_ not in tried and not any(issubclass(one, class_) for one in tried)
    ]
    assert missing == []


def test_the_parameters_are_found() -> None:
    """Some that are known, so that looking is known to find."""
    assert {
        "cite(author)", "evaluate(paragraphs)", "Events.between(start)", "Events.linked(transitive)",
        "Events.__getitem__(key)", "Selection.__or__(other)", "Timeline.at(event)", "Citation.parse(text)",
        "Paragraphs.get(key)", "Sources.of_grade(grades)", "Claims.argument(claim)", "search(text)",
    } <= set(map(str, PARAMETERS))  # fmt: skip
