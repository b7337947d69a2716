"""The same input gives the same bytes: whatever the hash seed, however many workers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import sys
from importlib.resources import files
from standoff.export import jsonl_lines, record_from_statement
from standoff.pipeline import Options, analyse_all
from standoff.values import Document

examples = sorted((p for p in files("standoff.examples").iterdir() if p.name.endswith(".txt")), key=lambda p: p.name)
documents = [Document.from_text(p.read_text(encoding="utf-8"), path=p.name) for p in examples]
analyses = analyse_all(documents, Options(encoder="hashing", workers=int(sys.argv[1])))
sys.stdout.writelines(jsonl_lines(record_from_statement(a, s) for a in analyses for s in a.statements))
"""


def output(*, hash_seed: str, n_workers: int) -> bytes:
    """The records of the bundled examples, as a fresh process writes them."""
    command = [sys.executable, "-c", SCRIPT, str(n_workers)]
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=env, check=True, capture_output=True, timeout=120).stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    return output(hash_seed="0", n_workers=1)


@pytest.mark.parametrize(("hash_seed", "n_workers"), [("1", 1), ("0", 2), ("4711", 3)])
def test_same_bytes(expected, hash_seed, n_workers):
    assert len(expected) > 10_000
    assert output(hash_seed=hash_seed, n_workers=n_workers) == expected
