"""Makes the validator that loads the data, directly from the fields of the models.

pydantic would make one at the first use of a model, which takes a fifth of the time to the first answer. The models use
only a few types; this module says what each means to pydantic-core. A test compares both on good and bad data. The
reasons are in docs/decisions/own-validator.md.
"""

from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import SchemaValidator

Schema: TypeAlias = dict[str, Any]
"""A part of a schema, as pydantic-core takes it."""

Definitions: TypeAlias = dict[object, Schema]
"""The schemas made so far, by model or by the words of a closed list: each is made once, and others refer to it."""

_PLAIN: Final[dict[object, str]] = {str: "str", int: "int", float: "float", date: "date"}
_LIMITS: Final = ("ge", "gt", "le", "min_length", "max_length", "pattern")


def validator_of(model: type[BaseModel]) -> SchemaValidator:
    """The validator of a model and all models in it. Raises TypeError for a field of a type that has no rule here."""
    made: Definitions = {}
    whole = _of_model(model, made)
    return SchemaValidator(cast("Any", {"type": "definitions", "schema": whole, "definitions": [*made.values()]}))


def _of_model(model: type[BaseModel], made: Definitions) -> Schema:
    """A reference to the schema of a model: its fields, then its own checks."""
    if model not in made:
        fields: Schema = {}
        for name, field in model.model_fields.items():
            values = _of(field.annotation, _limits(field.metadata), made)
            if not field.is_required():
                values = {"type": "default", "schema": values, "default": field.default}
            fields[name] = {"type": "model-field", "schema": values}
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
        made[model] = {**schema, "ref": model.__name__}
    return {"type": "definition-ref", "schema_ref": model.__name__}


def _limits(metadata: Iterable[object]) -> Schema:
    """The limits that a field sets, by the names that pydantic-core has for them."""
    limits: Schema = {}
    for item in metadata:
        found = {name: limit for name in _LIMITS if (limit := getattr(item, name, None)) is not None}
        if not found:
            raise TypeError(f"there is no rule for a field with {item!r}")
        limits |= found
    return limits


def _of(annotation: object, limits: Schema, made: Definitions) -> Schema:
    """The schema of an annotation. In a union the limits do not apply to None."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        if args not in made:
            made[args] = {"type": "literal", "expected": list(args), "ref": f"list {len(made)}"}
        return {"type": "definition-ref", "schema_ref": made[args]["ref"]}
    if origin is tuple:
        return {"type": "tuple", "items_schema": [_of(args[0], {}, made)], "variadic_item_index": 0, **limits}
    if origin is dict:
        return {"type": "dict", "keys_schema": _of(args[0], {}, made), "values_schema": _of(args[1], {}, made)}
    if origin is Union or origin is UnionType:
        several = [_of(part, limits, made) for part in args if part is not NoneType]
        schema: Schema = {"type": "union", "choices": several}
        return {"type": "nullable", "schema": schema} if NoneType in args else schema
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation, made)
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation], **limits}
    raise TypeError(f"there is no rule for a field of type {annotation!r}")
