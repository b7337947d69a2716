"""The codebook: the shipped one is sound, a user's is read as written, and every fault is told with line and key."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from standoff.errors import UsageError
from standoff.knowledge.codebook import DEFAULT, check_codebook, codebook, fault_line
from standoff.knowledge.codebook_nodes import MAX_BYTES
from standoff.knowledge.codebook_terms import words_from_term

DOCS = Path(__file__).parents[2] / "docs"
SMALL = """\
format: 1
name: Small
issues:
  quotas:
    name: Quotas
    definition: How much may be caught.
    terms: [quota, {term: catch, weight: 0.5, not_with: [eye]}]
    hints:
      - herring
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.yaml"


def faults(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [fault_line(Path(path.name), fault) for fault in check_codebook(path).faults]


def test_shipped_codebook_is_sound_without_a_warning() -> None:
    assert check_codebook(DEFAULT).faults == ()
    assert len(codebook().issues) >= 40
    assert len(codebook().norms) >= 40


def test_shipped_issues_have_rules_and_examples() -> None:
    for issue in codebook().issues:
        assert issue.include, issue.key
        assert issue.exclude, issue.key
        assert len(issue.examples) >= 3, issue.key


def test_rules_name_only_issues_that_there_are() -> None:
    keys = {issue.key for issue in codebook().issues}
    for issue in codebook().issues:
        named = re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", f"{issue.include} {issue.exclude}")
        assert set(named) <= keys - {issue.key}


def test_pages_of_the_codebook_are_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "make_codebook.py"))["codebook_page"]()
    assert (DOCS / "default_codebook.md").read_text(encoding="utf-8") == made, "run: python docs/make_codebook.py"


def test_example_in_the_docs_is_sound(path: Path) -> None:
    page = (DOCS / "codebook_file.md").read_text(encoding="utf-8")
    assert not faults(path, page.partition("```yaml\n")[2].partition("```")[0])


def test_users_codebook_as_written(path: Path) -> None:
    path.write_text(SMALL, encoding="utf-8")
    book = codebook(path)
    (issue,) = book.issues
    assert [(t.text, t.weight, t.not_with) for t in issue.terms] == [
        ("quota", 0.7, ()),
        ("catch", 0.5, ("eye",)),
        ("herring", 0.4, ()),
    ]
    assert book.norms == codebook().norms
    assert book != codebook()


def test_a_changed_file_is_read_again(path: Path) -> None:
    path.write_text(SMALL, encoding="utf-8")
    before = codebook(path)
    path.write_text(SMALL.replace("herring", "cod"), encoding="utf-8")
    assert codebook(path) != before
    assert codebook(path) is codebook(path)


def test_words_of_yaml_stay_words(path: Path) -> None:
    path.write_text(SMALL.replace("herring", "no"), encoding="utf-8")
    assert codebook(path).issues[0].terms[-1].text == "no"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format: 1", "format: 2", "line 1, format: '2' is unknown; write 1"),
        ("format: 1\n", "", "line 1, file: has no format"),
        ("name: Small", "name: [a]", "line 2, name: holds a list; write text"),
        ("name: Small", "nama: Small", "line 2, nama: unknown key; keys here are format, name"),
        ("  quotas:", "  Quotas:", "line 4, issues.Quotas: is no key; write small letters"),
        ("  quotas:", "  über:", "line 4, issues.über: is no key"),
        ("    name: Quotas\n", "", "line 4, issues.quotas: has no name; keys needed are name, definition, terms"),
        ("    name: Quotas", "    name:", "line 5, issues.quotas.name: holds nothing; write text"),
        ("    name: Quotas", "    name: Quotas\n    name: B", "line 6, issues.quotas.name: stands on line 5 too"),
        ("[quota, {term: catch, weight: 0.5, not_with: [eye]}]", "[]", "line 7, issues.quotas.terms: is empty"),
        ("[quota, ", "[ca*, ", "line 7, issues.quotas.terms: 'ca*' holds 'ca*'; at least 3 letters"),
        ("[quota, ", "[quota!, ", "line 7, issues.quotas.terms: 'quota!' holds 'quota!', which is no word"),
        ("[quota, ", "[quota .., ", "line 7, issues.quotas.terms: 'quota ..' has '..' at its edge"),
        ("[quota, ", "[quota, quota, ", "line 7, issues.quotas.terms: 'quota' stands on line 7 too; keep one"),
        ("weight: 0.5", "weight: 2", "line 7, issues.quotas.terms.weight: '2' is no weight"),
        ("weight: 0.5", "weight: 0.0", "line 7, issues.quotas.terms.weight: '0.0' is no weight"),
        ("weight: 0.5", "wait: 0.5", "line 7, issues.quotas.terms.wait: unknown key; keys here are term, weight"),
        ("[eye]", "eye", "line 7, issues.quotas.terms.not_with: holds 'eye'; write a list"),
        ("      - herring", "      herring: 1", "line 8, issues.quotas.hints: holds keys; write a list"),
        ("      - herring", "      - quota", "line 9, issues.quotas.hints: 'quota' stands on line 7 too"),
        ("name: Small", "name: &a Small\nversion: *a", "line 3, version: an alias, *a; write the value out"),
        ("name: Small", "name: !!python/name:os.system x", "line 2, name: a tag, "),
        ("name: Small", "? [a]\n: b", "line 2, file: a key that is no word"),
        ("issues:", "issues: *x", "line 3, issues: an alias"),
        ("    hints:\n", "    hints:\n   x\n", "file: not YAML ("),
        ("format: 1", "format: 1\n---\nformat: 1", "line 2, file: a second document begins"),
    ],
)
def test_a_fault_names_line_key_and_what_is_allowed(path: Path, old: str, new: str, said: str) -> None:
    assert old in SMALL
    told = faults(path, SMALL.replace(old, new, 1))
    assert any(said in line for line in told), told
    with pytest.raises(UsageError, match=r"mine\.yaml, line \d+, "):
        codebook(path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "line 1, file: is empty"),
        (b"# nothing\n", "line 1, file: is empty"),
        (b"- a\n", "line 1, file: holds a list; write the fields format"),
        (b"name: a\nname: \xff", "line 2, file: byte 14 is not UTF-8"),
        (b"a: \x00", "file: not YAML"),
        (b"a: " + b"[" * 20_000, "levels deep"),
        (b"a" * (MAX_BYTES + 1), f"at most {MAX_BYTES} are read"),
    ],
)
def test_what_is_no_codebook_at_all(path: Path, data: bytes, said: str) -> None:
    assert any(said in line for line in faults(path, data))


def test_all_faults_are_told_at_once(path: Path) -> None:
    bad = SMALL.replace("weight: 0.5", "weight: 9").replace("name: Quotas", "nome: Quotas")
    assert len(faults(path, bad)) == 3
    with pytest.raises(UsageError, match=r"\(2 more: standoff codebook check"):
        codebook(path)


def test_one_term_in_two_issues_is_a_warning_only(path: Path) -> None:
    second = "  more:\n    name: M\n    definition: D\n    terms: [quota]\n"
    (told,) = faults(path, SMALL + second)
    assert "line 10, issues.more.terms: 'quota' has the same weight in quotas" in told
    assert codebook(path).issues[1].key == "more"


def test_a_byte_order_mark_and_crlf_do_no_harm(path: Path) -> None:
    assert not faults(path, b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        codebook(Path("nowhere.yaml"))


@pytest.mark.parametrize("term", ["", "a|", "|a", "..", "a .. .. b", "a*b", " ".join("abcdefghijk")])
def test_terms_outside_the_notation(term: str) -> None:
    with pytest.raises(ValueError, match=r"holds|has|is empty"):
        words_from_term(term)


def test_a_term_cannot_stand_for_a_flood_of_phrases() -> None:
    choices = "|".join(f"w{i}" for i in range(40))
    with pytest.raises(ValueError, match="stands for 1600 phrases"):
        words_from_term(f"{choices} {choices}")
