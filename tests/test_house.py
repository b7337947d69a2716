"""The house rules that a program can check: size, names, light import, one room for each heavy library."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "standoff"
FILES = sorted(PACKAGE.rglob("*.py"))
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
REFUSED_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "base", "misc", "core"}
HEAVY = tuple(
    "onnxruntime tokenizers trafilatura py3langid duckdb ray torch rich click numpy jinja2 datasketch".split()
)
IN_ONE_FILE = ("onnxruntime", "tokenizers", "trafilatura", "py3langid", "duckdb", "ray", "jinja2", "datasketch")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported_libraries(path: Path) -> set[str]:
    """The top names of all that the file imports, inside functions too."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in plain | named}


def tracked_files() -> Iterator[Path]:
    """The files that git tracks or would track; all but the known rubbish when this is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else [name_of(path) for path in FILES]
    return (ROOT / name for name in names if (ROOT / name).is_file())


@pytest.mark.parametrize("module", ["standoff", "standoff.errors", "standoff.spans"])
def test_import_is_light(module: str) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_reading_plain_text_loads_no_parser() -> None:
    code = "import standoff.read, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "py3langid", "onnxruntime"} & set(loaded)


def test_unknown_public_name_says_what_there_is() -> None:
    import standoff

    with pytest.raises(AttributeError, match="Document"):
        _ = standoff.Dokument


def test_public_names_are_found() -> None:
    import standoff

    for name in ("Document", "Span", "Statement", "StandoffError"):
        assert getattr(standoff, name).__name__ == name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_and_function_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_FILE_LINES
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [
        f"{f.name}: {f.end_lineno - f.lineno + 1}" for f in functions if f.end_lineno - f.lineno >= MAX_FUNCTION_LINES
    ]
    assert not long


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_swallowed_error(path: Path) -> None:
    handlers = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ExceptHandler)]
    swallowed = [h.lineno for h in handlers if h.type is None or all(isinstance(line, ast.Pass) for line in h.body)]
    assert not swallowed


def test_names_say_what_is_inside() -> None:
    rooms = [path for path in PACKAGE.rglob("*") if path.is_dir() and path.name != "__pycache__"]
    assert not [name_of(path) for path in [*FILES, *rooms] if path.stem.lower() in REFUSED_NAMES]


@pytest.mark.parametrize("library", IN_ONE_FILE)
def test_heavy_library_lives_in_one_file(library: str) -> None:
    assert len([path for path in FILES if library in imported_libraries(path)]) <= 1


def test_no_address_of_a_registry_or_a_machine() -> None:
    registry = re.compile(rb"https?://[^\s\"'<>]*(?:pypi|pythonhosted|/simple\b|index-url)|--(?:extra-)?index-url")
    machine = re.compile(rb"(?<![\w.$})])/(?:root|tmp|work|home/[a-z]+|Users/[A-Za-z]+|private/var)/")
    found = [
        name_of(path)
        for path in tracked_files()
        if path.suffix not in {".onnx", ".png", ".npz"} and path != Path(__file__)
        for content in [path.read_bytes()]
        if registry.search(content) or machine.search(content)
    ]
    assert not found


def test_lock_file_pins_every_line_by_hash() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n", "", lock)) if entry.strip()]
    assert len(entries) > 20
    assert not [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


def test_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    tracked = {str(path.relative_to(ROOT / "src")) for path in tracked_files() if PACKAGE in path.parents}
    assert tracked <= packed
