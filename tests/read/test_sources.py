"""Sources to documents: each format, each reason for refusing, order, and that nothing is lost or kills the batch."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import InputError, UsageError
from standoff.read import ReadOptions, Skipped, document_from_path, iter_documents
from standoff.values.document import Document

PROSE = "The minister said on Monday that the talks had failed. “We will not stand by,” she added."
ROW = {"text": PROSE, "title": "Talks fail", "author": "Jane Doe", "date": "2021-12-01", "publisher": "The Daily"}


def read(*sources: str | Path, stdin: bytes = b"", **options: object) -> list[Document | Skipped]:
    settings = ReadOptions(**options)
    return list(iter_documents([str(source) for source in sources], stdin=io.BytesIO(stdin), options=settings))


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reasons(found: list[Document | Skipped]) -> list[str | None]:
    return [item.reason if isinstance(item, Skipped) else None for item in found]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.TXT"])
def test_text_file_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, f"\ufeff{PROSE}\r\nBell\x07 said so.\r\n")
    (document,) = read(path)
    assert document == document_from_path(str(path)) == Document.from_path(path)
    assert document.path == str(path)
    assert document.text == f"{PROSE}\nBell\ufffd said so.\n"


def test_standard_input() -> None:
    (document,) = read("-", stdin=PROSE.encode())
    assert (document.path, document.text) == ("-", PROSE)


def test_web_page(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Talks fail</title><meta name=author content='Jane Doe'>"
        "<meta property='article:published_time' content='2021-12-01T10:00:00Z'>"
        "<meta property='og:site_name' content='The Daily'></head><body><nav>Home | News</nav><article>"
        "<h1>Talks fail</h1>"
        f"<p>{PROSE}</p><p>The other side said that it would wait for a new offer.</p></article>"
        "<script>alert('no')</script></body></html>"
    )
    (document,) = read(write(tmp_path / "a.html", page))
    assert (document.title, document.author, document.published, document.publisher) == (
        "Talks fail",
        "Jane Doe",
        "2021-12-01",
        "The Daily",
    )
    assert PROSE in document.text
    assert "alert" not in document.text


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("utf-8", ""), ("utf-16", ""), ("cp1252", "<meta charset=iso-8859-1>"), ("cp1251", "<meta charset=windows-1251>")],
)
def test_web_page_in_any_declared_encoding(tmp_path: Path, encoding: str, head: str) -> None:
    word = "Привет" if encoding == "cp1251" else "café"
    page = f"<html><head>{head}</head><body><p>{PROSE.translate(str.maketrans('“”', '  '))} {word}.</p></body></html>"
    (document,) = read(write(tmp_path / "a.htm", page.encode(encoding)))
    assert word in document.text


def test_row_formats_agree(tmp_path: Path) -> None:
    keys = list(ROW)
    header, cells = ",".join(keys), ",".join(f'"{ROW[key]}"' for key in keys)
    files = [
        write(tmp_path / "a.json", json.dumps(ROW)),
        write(tmp_path / "b.json", json.dumps([ROW])),
        write(tmp_path / "c.jsonl", f"\ufeff{json.dumps(ROW)}\n\n"),
        write(tmp_path / "d.csv", f"\ufeff{header}\r\n{cells}\r\n"),
        write(tmp_path / "e.csv", f"{header.replace(',', ';')}\n{cells.replace(',', ';').replace(';” ', ',” ')}\n"),
    ]
    documents = read(*files)
    assert [document.path for document in documents] == [
        str(files[0]),
        f"{files[1]}#1",
        f"{files[2]}#1",
        f"{files[3]}#1",
        f"{files[4]}#1",
    ]
    for document in documents:
        assert (document.title, document.author, document.published) == ("Talks fail", "Jane Doe", "2021-12-01")
        assert (document.publisher, document.text) == ("The Daily", PROSE)


def test_row_is_named_by_its_address(tmp_path: Path) -> None:
    rows = [{"text": PROSE, "url": "https://example.org/1"}, {"text": PROSE, "url": "javascript:alert(1)"}]
    path = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [document.path for document in read(path)] == ["https://example.org/1", f"{path}#2"]


def test_bad_rows_are_named_and_the_others_done(tmp_path: Path) -> None:
    lines = [json.dumps(ROW), "{", '{"title": "x"}', '{"text": 5}', "[1]", "[" * 100_000, "9" * 5_000, json.dumps(ROW)]
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert reasons(found) == [None, *["bad_json"] * 6, None]
    assert "line 2" in found[1].detail
    assert found[1].path.endswith("a.jsonl#2")


def test_bad_csv_names_the_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f'title,text\nA,"{PROSE}"\nB,too,many\nC,"{PROSE}"\n')
    found = read(path)
    assert reasons(found) == [None, "bad_csv", None]
    assert "line 3: 3 cells under a header of 2" in found[1].detail


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", "\u200b\ufeff\n".encode(), "empty"),
        ("a.txt", b"\x00\x01\x02" * 50, "binary"),
        ("a.html", b"\x89PNG\r\n", "binary"),
        ("a.txt", b"caf\xe9 society met there.", "undecodable"),
        ("a.html", b"<p>caf\xe9 society met there.</p>", "undecodable"),
        ("a.jsonl", '{"text": "a"}'.encode("utf-16"), "undecodable"),
        ("a.txt", b"Hello there.", "not_an_article"),
        ("a.txt", b"one two three four five six seven", "not_an_article"),
        ("a.html", b"<html><body><script>x</script></body></html>", "empty"),
        ("a.txt", "Der Minister sagte am Montag, die Gespräche seien gescheitert.".encode(), "not_english"),
        ("a.txt", "外交部长星期一表示,谈判已经破裂。".encode(), "not_english"),
        ("a.txt", b"x" * 2_000, "too_large"),
        ("a.jsonl", b'{"text": "' + b"x" * 2_000 + b'"}', "too_large"),
        ("a.pdf", b"%PDF", "unsupported"),
        ("a", b"no ending", "unsupported"),
        ("a.json", b"{", "bad_json"),
        ("a.json", b"[]", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.csv", b"title,body\n1,2\n", "bad_csv"),
        ("a.csv", b'text\n"' + b"x, \n" * 900, "bad_csv"),
        ("a.csv", b"text\n", "empty"),
    ],
)
def test_each_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = write(tmp_path / name, content)
    found = read(path, max_bytes=1_500)
    assert reasons(found) == [reason]
    assert found[0].path.startswith(str(path))
    assert "\n" not in found[0].detail


def test_language_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Der Minister sagte am Montag, die Gespräche seien gescheitert.")
    assert "German" in read(path)[0].detail


def test_missing_input_and_address() -> None:
    assert reasons(read("no/such/file.txt", "https://example.org/", "a\0b")) == [
        "not_found",
        "unsupported",
        "unreadable",
    ]


def test_folder_in_fixed_order_with_everything_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/A.txt", ".hidden.txt", "c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, PROSE)
    (tmp_path / "empty").mkdir()
    found = read(tmp_path)
    assert [item.path.removeprefix(f"{tmp_path}/") for item in found] == [
        ".hidden.txt",
        "a/A.txt",
        "a/z.txt",
        "b.txt",
        "c.pdf",
        "empty",
    ]
    assert reasons(found) == ["hidden", None, None, None, "unsupported", "empty"]


def test_path_is_the_argument_joined_with_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", PROSE)
    monkeypatch.chdir(tmp_path)
    assert [item.path for item in read("./a.txt", ".", "./")] == ["./a.txt", "./a.txt", "./a.txt"]


def test_folder_with_traps_never_blocks(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub" / "ok.txt", PROSE)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    found = {Path(item.path).name: item for item in read(tmp_path)}
    assert {name: getattr(item, "reason", None) for name, item in found.items()} == {
        "ok.txt": None,
        "up": "loop",
        "sub": "loop",
        "nowhere.txt": "not_found",
        "self.txt": "loop",
        "zero.txt": "unsupported",
        "pipe.txt": "unsupported",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", PROSE)
    path.chmod(stat.S_IWUSR)
    assert reasons(read(path)) == ["unreadable"]


def test_name_that_is_no_text(tmp_path: Path) -> None:
    with Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")).open("w") as file:
        file.write(PROSE)
    (document,) = read(tmp_path)
    assert document.path.encode() == f"{tmp_path}/caf\ufffd\n.txt".encode()


def test_one_document_or_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the input is empty") as caught:
        document_from_path(str(write(tmp_path / "a.txt", "")))
    assert caught.value.reason == "empty"


def test_several_documents_are_too_many_for_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n")
    with pytest.raises(UsageError, match="several"):
        document_from_path(str(path))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + PROSE,
        f"<p>{PROSE * 20_000}</p>",
        f"<p>{PROSE}</p>" * 30_000,
        "< " * 30_000 + PROSE,
        "<!--" * 50_000 + PROSE + "-->" + PROSE,
        f"<p>{PROSE}</p>" + "<script>" * 50_000,
        f"<a {'b' * 300_000} <p>{PROSE}</p>",
        f"<p>\x00{PROSE}\ud800</p>",
    ],
    ids=["nested", "one long paragraph", "many paragraphs", "angles", "comments", "scripts", "open tag", "forbidden"],
)
def test_wild_page_keeps_its_text(tmp_path: Path, page: str) -> None:
    (document,) = read(write(tmp_path / "a.html", page.encode("utf-8", "surrogatepass").replace(b"\xed\xa0\x80", b"")))
    assert isinstance(document, Document)
    assert PROSE in document.text


@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".json", ".jsonl", ".csv"]))
def test_random_bytes_never_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = write(tmp_path_factory.getbasetemp() / f"random{suffix}", data)
    assert read(path)
    assert read("-", stdin=data)


@given(st.data())
def test_mutated_page_never_crashes(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    page = bytearray(
        f"<html><head><meta charset=utf-8><title>T</title></head><body><p>{PROSE}</p></body></html>".encode()
    )
    for _ in range(data.draw(st.integers(1, 8))):
        page[data.draw(st.integers(0, len(page) - 1))] = data.draw(st.integers(0, 255))
    path = write(tmp_path_factory.getbasetemp() / "mutated.html", bytes(page))
    for item in read(path):
        if isinstance(item, Document):
            assert all(piece.span.of(item.text) for piece in item.front)
