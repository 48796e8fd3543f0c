"""Checks the arguments of public functions, for callers without a type checker: errors say what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import index
from typing import Any, Final, TypeVar

from ._messages import listed, near_misses
from .errors import UnknownValueError, WrongTypeError

Word = TypeVar("Word", bound=str)
_NO_NAMES: Final[Mapping[str, str]] = {}


def check_type(argument: str, value: object, type_: type | tuple[type, ...], wanted: str) -> None:
    """Raises WrongTypeError unless the value is of a type."""
    if not isinstance(value, type_):
        raise WrongTypeError(argument, value, wanted)


def check_flag(argument: str, value: object) -> None:
    """Raises WrongTypeError unless the value is True or False."""
    check_type(argument, value, bool, "True or False")


def check_word(
    argument: str,
    value: object,
    allowed: tuple[str, ...],
    example: str = "",
    other_names: Mapping[str, str] = _NO_NAMES,
) -> None:
    """Raises WrongTypeError unless the value is a text, UnknownValueError unless it is one of the allowed words. For a
    list the error shows ``example``, a call with several; ``other_names`` (lower case) lead to the word to suggest.
    """
    if not isinstance(value, str):
        raise WrongTypeError(argument, value, want_separately(f"one of {listed(allowed)}", value, example))
    if value not in allowed:
        words = {word: word for word in allowed} | dict(other_names)
        near = dict.fromkeys(words[word] for word in near_misses(value, words))
        raise UnknownValueError(argument, value, allowed, tuple(near))


def read_words(argument: str, value: str | Iterable[str], allowed: tuple[Word, ...], each: str = "") -> frozenset[Word]:
    """One word or several, each of which must be allowed; ``each`` is what an error calls one of them."""
    several: Iterable[Any] = (value,) if isinstance(value, str) else value
    require_iterable(argument, several, f"any of {listed(allowed)}")
    words = tuple(several)
    for word in words:
        check_word(each or argument, word, allowed)
    return frozenset(words)


def check_number(argument: str, value: object, allowed: tuple[int, ...], example: str = "") -> None:
    """The same as ``check_word`` for whole numbers, also those of other libraries, but not True and False."""
    wanted = f"a whole number from {allowed[0]} to {allowed[-1]}"
    check_whole(argument, value, want_separately(wanted, value, example))
    if value not in allowed:
        raise UnknownValueError(argument, value, tuple(map(str, allowed)))


def check_whole(argument: str, value: object, wanted: str) -> None:
    """Raises WrongTypeError unless the value is a whole number."""
    if not is_whole(value):
        raise WrongTypeError(argument, value, wanted)


def is_whole(value: object) -> bool:
    """Whether it is a whole number, maybe one of another library, but not True or False."""
    try:
        index(value)  # type: ignore[arg-type]  # that is what is asked: an array has __index__, and raises
    except TypeError:
        return False
    return not isinstance(value, bool)


def require_iterable(argument: str, values: object, wanted: str) -> None:
    """Raises WrongTypeError unless the value holds several values, like a list."""
    if not is_iterable(values):
        raise WrongTypeError(argument, values, wanted)


def want_separately(wanted: str, value: object, example: str) -> str:
    """What is wanted; if the value holds several values, also an example call that takes several."""
    several = example and is_iterable(value)
    return f"{wanted}; pass several values as separate arguments: {example}" if several else wanted


def is_iterable(value: object) -> bool:
    """Whether it holds several values; a text, a mapping and a record do not."""
    kind = type(value)
    if kind in (tuple, list):
        return True
    return hasattr(kind, "__iter__") and not (issubclass(kind, str | bytes | Mapping) or hasattr(kind, "model_fields"))
