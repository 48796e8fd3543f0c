"""The validator that the data is loaded with, made straight from the models' fields.

A model would make its own at its first use, and that takes a fifth of the time to the first answer: pydantic looks
through all installed packages for plugins, and is ready for any type. Our fields use a handful of types; this module
says what each means to pydantic-core. A test shows that both find the same in good data and in bad. The reasons and
figures are in docs/decisions/own-validator.md.
"""

from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator

Schema: TypeAlias = dict[str, Any]
"""A part of a schema, as pydantic-core takes it."""

Made: TypeAlias = dict[type[BaseModel], Schema]
"""The schemas made so far, by their model: one that is used in many places is made once."""

_PLAIN: Final[dict[object, str]] = {str: "str", int: "int", float: "float", date: "date"}

_LIMITS: Final = ("ge", "gt", "le", "min_length", "max_length", "pattern")


def validator_of(model: type[BaseModel]) -> SchemaValidator:
    """The validator of a model and all models in it. Raises TypeError for a field of a type that has no rule here."""
    return SchemaValidator(cast("Any", _of_model(model, {})))


def _of_model(model: type[BaseModel], made: Made) -> Schema:
    """A model's fields, then its own checks, in their order."""
    if model not in made:
        fields = {name: _of_field(field, made) for name, field in model.model_fields.items()}
        schema: Schema = {
            "type": "model",
            "cls": model,
            "schema": {"type": "model-fields", "fields": fields, "model_name": model.__name__},
            "config": {"extra_fields_behavior": "forbid", "frozen": True, "str_min_length": 1},
        }
        after = (one for one in model.__pydantic_decorators__.model_validators.values() if one.info.mode == "after")
        for check in after:  # what runs before replaces retired ids, of which the package's own data has none
            schema = {
                "type": "function-after",
                "function": {"type": "no-info", "function": check.func},
                "schema": schema,
            }
        made[model] = schema
    return made[model]


def _of_field(field: FieldInfo, made: Made) -> Schema:
    schema = _of(field.annotation, _limits(field.metadata), made)
    if not field.is_required():
        schema = {"type": "default", "schema": schema, "default": field.default}
    return {"type": "model-field", "schema": schema}


def _limits(metadata: Iterable[object]) -> Schema:
    """The limits that a field sets, by the names that pydantic-core has for them."""
    limits: Schema = {}
    for item in metadata:
        found = {name: limit for name in _LIMITS if (limit := getattr(item, name, None)) is not None}
        if not found:
            raise TypeError(f"there is no rule for a field with {item!r}")
        limits |= found
    return limits


def _of(annotation: object, limits: Schema, made: Made) -> Schema:
    """What an annotation means."""
    args = get_args(annotation)
    if args:
        return _of_several(get_origin(annotation), args, limits, made)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation, made)
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation], **limits}
    raise TypeError(f"there is no rule for a field of type {annotation!r}")


def _of_several(origin: object, args: tuple[object, ...], limits: Schema, made: Made) -> Schema:
    """Words off a list, a tuple, a table, or a choice. A choice hands its limits on, so that None is not measured."""
    if origin is Literal:
        return {"type": "literal", "expected": list(args)}
    if origin is tuple:
        return {"type": "tuple", "items_schema": [_of(args[0], {}, made)], "variadic_item_index": 0, **limits}
    if origin is dict:
        return {"type": "dict", "keys_schema": _of(args[0], {}, made), "values_schema": _of(args[1], {}, made)}
    if origin is not Union and origin is not UnionType:
        raise TypeError(f"there is no rule for a field that holds {origin!r}")
    choices = [_of(part, limits, made) for part in args if part is not NoneType]
    schema = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": schema} if NoneType in args else schema
