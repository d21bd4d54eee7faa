"""The schema that lies beside the record names every field that is written, and none that isn't."""

import json
from pathlib import Path

import pytest
import time_machine
from exporting.moved import told_and_exported
from whole_site.told import ENDS, tell

pytestmark = pytest.mark.django_db


@time_machine.travel(ENDS)
def test_every_line_has_exactly_the_fields_that_the_schema_says(tmp_path: Path):
    told_and_exported(tmp_path, lambda: tell(lambda now: None))
    schema = json.loads((tmp_path / "export/record.schema.json").read_bytes())
    shapes = {shape["properties"]["record"]["const"]: shape for shape in schema["oneOf"]}
    lines = [json.loads(line) for line in (tmp_path / "export/record.jsonl").read_bytes().splitlines()]
    assert {line["record"] for line in lines} == shapes.keys() - {"coverage", "old address"}  # it has none of these
    for line in lines:
        _require(line, shapes[line["record"]])


def _require(value: object, shape: dict) -> None:
    """Check the part of JSON Schema that ours uses: const, enum, type, properties, required, items."""
    assert value == shape.get("const", value)
    assert value in shape.get("enum", [value])
    if types := shape.get("type"):
        known = {"string": str, "object": dict, "array": list, "integer": int, "boolean": bool, "null": type(None)}
        assert type(value) in [known[name] for name in ([types] if isinstance(types, str) else types)]
    if isinstance(value, dict) and "properties" in shape:
        assert set(shape["required"]) <= value.keys()
        if shape.get("additionalProperties") is False:
            assert value.keys() <= shape["properties"].keys()
        for name, each in value.items():
            _require(each, shape["properties"].get(name, {}))
    if isinstance(value, list):
        for each in value:
            _require(each, shape.get("items", {}))
