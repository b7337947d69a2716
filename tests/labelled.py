"""Labelled case files: behaviour on text as data, one JSON object a line.

Keys: `label` (the test's name), `text` (what goes in), `expect` (what must come out), `comment` (why it is here).
A case with `"known_failure": "reason"` must fail; once it passes, the mark has to go.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

_CASES = Path(__file__).parent / "cases"


def labelled(name: str) -> list[Any]:
    """The cases of `cases/<name>.jsonl` as pytest parameters (text, expect)."""
    lines = (_CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_param(json.loads(line)) for line in lines if line]


def _param(case: dict[str, Any]) -> Any:
    reason = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case["text"], case["expect"], id=case["label"], marks=marks)
