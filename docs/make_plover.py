"""Writes docs/plover.md from plover.csv and plover_rules.csv in src/standoff/code: python docs/make_plover.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from standoff.code.event_rows import CodeRow, EventRule, Topics, code_rows, event_rules
from standoff.values import ACTS, PLOVERS

HEAD = """\
# PLOVER and CAMEO

Made from `plover.csv` and `plover_rules.csv` in `src/standoff/code` by `python docs/make_plover.py`; a test fails when
the two differ.

The act of a statement (docs/codebook.md) is derived into the codebooks of event data: a root and mode of PLOVER and a
code of CAMEO 1.1b3. The roots are the 15 of the public benchmark; `YIELD` is CONCEDE and RETREAT of PLOVER 2, and its
modes are those of RETREAT. AGREE, AID, COOPERATE and SUPPORT have no modes.

- **Where the codebooks have no place** for an act, the code is empty: an event is something done to somebody, and not
  all that is said is that. The act itself is in the record and counts better.
- **A denial** is REJECT with CAMEO 016, as our codebook has it. CAMEO counts it as a statement, PLOVER not at all.
- **A statement that is withheld** is no event, since it was not made. But where the words refuse something ("refused to
  agree to a truce", "would not promise aid"), the refusal is: REJECT.
- **A guess or a prediction** (basis `inferred`, `predicted`, `hearsay`) keeps its event: filter by basis. Nothing is
  coded as having happened because somebody is expected to say it.
- **A promise** is SUPPORT or AID with a code 03, and YIELD where it announces giving way: our codebook's choice. PLOVER
  2 counts promises of cooperation and help as AGREE, and so does the table of codes below; those who want it take the
  root of the code instead of the root of the statement.
- **The finer code** is told by the words of cue and content, by the lists in `src/standoff/code/words/events.txt`. Of
  several topics the one that stands earlier in that list wins; topics joined by + must all be there. Where no word
  tells, the general code of the act or root stands.

The public table from CAMEO to PLOVER (2021) names modes that PLOVER 2 has not and leaves 42 codes out. This one is our
own; where it differs on purpose, the note says so.
"""


def plover_page() -> str:
    """The whole page."""
    return "\n".join([HEAD, _rules_section("Acts", ACTS), _rules_section("Roots", PLOVERS), _codes_section()])


def _rules_section(title: str, keys: tuple[str, ...]) -> str:
    lead = {
        "Acts": "The first row of an act that fits is taken; a cell that is empty always fits.",
        "Roots": "For a relation whose root is known (`standoff code`), the codes that its words choose from.",
    }[title]
    head = ["| of | when | about | PLOVER | CAMEO | why |", "| --- | --- | --- | --- | --- | --- |"]
    rows = [_rule_row(rule) for key in keys for rule in event_rules()[key]]
    return "\n".join([f"## {title}", "", lead, "", *head, *rows]) + "\n"


def _rule_row(rule: EventRule) -> str:
    when = ", ".join(filter(None, ["withheld" if rule.is_withheld else "", rule.polarity, rule.modality]))
    first, *further = rule.codes or ("",)
    codes = f"{first}; {' '.join(f'{code}…' for code in further)}" if further else first
    return f"| {rule.of} | {when} | {_about(rule.topics)} | {rule.plover or '–'} | {codes or '–'} | {rule.why} |"


def _codes_section() -> str:
    head = ["| CAMEO | meaning | PLOVER | mode | told by | note |", "| --- | --- | --- | --- | --- | --- |"]
    lead = "Each code in our words. Two rows of one code are two modes of PLOVER that CAMEO does not tell apart."
    return "\n".join(["## Codes", "", lead, "", *head, *_code_rows()]) + "\n"


def _code_rows() -> Iterator[str]:
    for row in code_rows():
        yield _code_row(row)


def _code_row(row: CodeRow) -> str:
    cells = [row.cameo, row.meaning, row.plover or "–", row.mode or "", _about(row.topics), row.note]
    return f"| {' | '.join(cells)} |"


def _about(topics: Topics) -> str:
    """The topics of a row in words: alternatives by commas, those that go together by +."""
    return ", ".join(" + ".join(topic.replace("_", " ") for topic in together) for together in topics)


if __name__ == "__main__":
    Path(__file__).with_name("plover.md").write_text(plover_page(), encoding="utf-8")
