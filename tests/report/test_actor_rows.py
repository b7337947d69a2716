"""The actors as a file: taken back as it is, it is a file without a mistake and changes nothing of what is known."""

from __future__ import annotations

from pathlib import Path

from standoff.export import write_table
from standoff.knowledge import knowledge
from standoff.report import ACTOR_COLUMNS, ActorLine, ActorList, actor_rows
from standoff.report.actor_lines import Joined
from standoff.report.actor_rows import NO_FULL_NAME, SAME_NAME, UNFIT
from standoff.report.tally import Tally
from standoff.values import Actor, ActorKind


def listed(*lines: ActorLine) -> ActorList:
    return ActorList(
        lines=lines, unresolved=(), unnamed=(), n_without_source=0, n_documents=1, n_statements=0, paths={}
    )


def line(name: str, kind: ActorKind = "person", *names: str, **more: object) -> ActorLine:
    actor = Actor(actor_id=f"new:{name}", name=name, kind=kind)
    return ActorLine(actor=actor, names=tuple(Tally(form, 1) for form in names), **more)  # type: ignore[arg-type]


def test_everything_known_comes_back_unchanged(tmp_path: Path) -> None:
    shipped = knowledge()
    lines = [ActorLine(actor=entry.actor) for entry in shipped.facts.entries.values()]
    made = actor_rows(listed(*lines))
    assert not made.left_out
    path = tmp_path / "known.csv"
    assert write_table(path, ACTOR_COLUMNS, made.rows) == len(lines)
    again = knowledge([path]).facts
    assert [(e.actor, e.forms, e.parent) for e in again.entries.values()] == [
        (e.actor, e.forms, e.parent) for e in shipped.facts.entries.values()
    ]
    assert again.terms == shipped.facts.terms


def test_a_new_body_keeps_its_names_and_a_new_person_speaks_for_it(tmp_path: Path) -> None:
    institute = line("Fairwater Institute", "organisation", "Fairwater Institute", "FWI", "Fairwater\u0430 FWI")
    speaker = line("Ilona Csatar", "person", "Ilona Csatar", "Csatar", "Ilona", spoken_for=(institute.actor,))
    rows = actor_rows(listed(institute, speaker)).rows
    assert rows[0][:5] == ("Fairwater Institute", "organisation", "", "FWI|Fairwater\u0430 FWI", "")
    assert rows[1][:5] == ("Ilona Csatar", "person", "", "", "Fairwater Institute")
    path = tmp_path / "new.csv"
    write_table(path, ACTOR_COLUMNS, rows)
    known = knowledge([path])
    (naming,) = known.namings("FWI")
    assert known.parent("person:ilona-csatar") == naming.actor_id == "org:fairwater-institute"


def test_a_parent_without_a_row_is_left_out() -> None:
    gone = Actor(actor_id="new:gone", name="Gone", kind="organisation")
    russia = Actor(actor_id="gov:RUS", name="Russia", kind="government", country="RUS")
    rows = actor_rows(listed(line("Jo Doe", spoken_for=(gone,)), line("Al Roe", spoken_for=(russia,)))).rows
    assert [row[4] for row in rows] == ["", "gov:RUS"]


def test_who_cannot_stand_alone_is_left_out_and_told() -> None:
    made = actor_rows(listed(line("Warren"), line("Jo Doe"), line("Jo  doe", "bloc"), line("日本"), line("a|b c")))
    assert [row[0] for row in made.rows] == ["Jo Doe"]
    assert dict(made.left_out) == {"Warren": NO_FULL_NAME, "Jo  doe": SAME_NAME, "日本": UNFIT, "a|b c": UNFIT}


def test_a_cell_that_a_spreadsheet_would_run_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "evil.csv"
    write_table(path, ACTOR_COLUMNS, actor_rows(listed(line("=HYPERLINK(1) x", "organisation"))).rows)
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("'=HYPERLINK")


def test_joined_names_are_no_further_names_of_the_row() -> None:
    short = Actor(actor_id="new:warren:a", name="Warren", kind="person")
    full = line("Steven Warren", "person", "Steven Warren", "Warren", joined=(Joined(short, "a", "why"),))
    assert actor_rows(listed(full)).rows == (("Steven Warren", "person", "", "", "", "", "", ""),)
