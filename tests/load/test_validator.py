"""The loader's own validator finds what pydantic's does: in the shipped data, and wherever it is spoilt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, ValidationError, create_model

from jcpoa_brief._load.validator import validator_of
from jcpoa_brief._model.families import Brief
from jcpoa_brief._model.record import Entry

SPOILT = (None, True, -1, 0, 1.5, "", "zzz", "x" * 200, "2021-02-30", [], [None], {}, {"zzz": 1})
"""What no field or hardly any may hold, one of each kind that JSON has and some that are nearly right."""


def models(model: type[BaseModel] = Entry) -> Iterator[type[BaseModel]]:
    """Every model of the package."""
    for below in model.__subclasses__():
        if below.__module__.startswith("jcpoa_brief."):
            yield below
            yield from models(below)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a piece of JSON but its top."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        yield (*path, step)
        yield from places(part, (*path, step))


def found_by(validate: Any, text: str) -> Any:
    """The record, or everything that is wrong with it."""
    try:
        return validate(text)
    except ValidationError as error:
        return [(one["type"], one["loc"], one["msg"]) for one in error.errors(include_url=False)]


def samples() -> dict[type[BaseModel], list[Any]]:
    """For each model, pieces of the data that it is made from: those with the most fields filled, two of each."""
    from jcpoa_brief._load import loaded as _brief

    found: dict[type[BaseModel], list[Any]] = {}
    waiting: list[Any] = [_brief.load()]
    while waiting:
        record = waiting.pop()
        if isinstance(record, BaseModel):
            found.setdefault(type(record), []).append(record)
            waiting += [value for _, value in record]
        elif isinstance(record, tuple):
            waiting += record
    return {
        model: [
            json.loads(record.model_dump_json(exclude_none=True))
            for record in sorted(records, key=lambda one: -len(one.model_dump_json(exclude_defaults=True)))[:2]
        ]
        for model, records in found.items()
    }


SAMPLES = samples()


def test_every_model_has_a_sample() -> None:
    """No model is left untried but the base that all records share."""
    assert {model.__name__ for model in models()} - {model.__name__ for model in SAMPLES} == {"Record"}


@pytest.mark.parametrize("model", [model for model in SAMPLES if model is not Brief], ids=lambda model: model.__name__)
def test_both_find_the_same(model: type[BaseModel]) -> None:
    """Whatever is spoilt, missing or too much, both validators say the same of it, in the same words."""
    ours = validator_of(model).validate_json
    tried = 0
    for sample in SAMPLES[model]:
        assert found_by(ours, json.dumps(sample)) == found_by(model.model_validate_json, json.dumps(sample))
        for path in places(sample):
            for spoilt in (*SPOILT, ...):
                changed = json.loads(json.dumps(sample))
                holder = changed
                for step in path[:-1]:
                    holder = holder[step]
                if spoilt is ...:
                    del holder[path[-1]]
                else:
                    holder[path[-1]] = spoilt
                text = json.dumps(changed)
                assert found_by(ours, text) == found_by(model.model_validate_json, text), (path, spoilt)
                tried += 1
    assert tried > len(model.model_fields) * len(SPOILT)


def test_the_whole_brief_loads_equal() -> None:
    """Both make the same records of the shipped data, and what they make is frozen and complete."""
    from jcpoa_brief._load import loaded as _brief

    text = _brief.load().model_dump_json()
    ours, theirs = validator_of(Brief).validate_json(text), Brief.model_validate_json(text)
    assert ours == theirs
    assert ours.model_dump_json() == theirs.model_dump_json()
    assert [event.model_fields_set for event in ours.events] == [event.model_fields_set for event in theirs.events]
    with pytest.raises(ValidationError, match="frozen"):
        ours.events[0].title = "another"


def test_models_use_nothing_that_has_no_rule() -> None:
    """What the loader's validator does not know, no model may use, or it would be passed over."""
    for model in models():
        decorators = model.__pydantic_decorators__
        kinds = ("validators", "field_validators", "root_validators", "field_serializers", "model_serializers")
        assert not any(getattr(decorators, kind) for kind in kinds), model
        before = {name for name, check in decorators.model_validators.items() if check.info.mode != "after"}
        assert before == {"_replace_retired_ids"}, model  # which the loaded data does not need
        assert model.model_config == {"frozen": True, "extra": "forbid", "defer_build": True, "str_min_length": 1}, (
            model
        )
        for name, field in model.model_fields.items():
            assert field.default_factory is field.alias is field.validate_default is field.discriminator is None, name


def test_limits_of_an_alias_count() -> None:
    """Limits that stand in an alias hold beside those of the field."""

    class Model(Entry, frozen=True):
        name: Annotated[str, Field(min_length=2)] = Field(max_length=3)

    validate = validator_of(Model).validate_json
    assert validate('{"name": "abc"}').name == "abc"
    for text in ('{"name": "a"}', '{"name": "abcd"}'):
        assert found_by(validate, text) == found_by(Model.model_validate_json, text) != []


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        (complex, "there is no rule for a field of type <class 'complex'>"),
        (list[str], r"there is no rule for a field of type list\[str\]"),
        (tuple[Annotated[str, Field(min_length=2)], ...], "there is no rule for a field of type typing.Annotated"),
        (Annotated[int, Field(lt=5)], "there is no rule for a field with Lt"),
    ],
)
def test_a_type_without_a_rule_is_refused(annotation: Any, said: str) -> None:
    """A field of a type that nobody taught the loader stops it at once."""
    model = create_model("Model", __base__=Entry, what=(annotation, ...))
    with pytest.raises(TypeError, match=said):
        validator_of(model)
