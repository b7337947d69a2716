"""Another codebook changes the issues, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from standoff import pipeline
from standoff.values import Document

TEXT = """Minister Adun said the sanctions must be lifted. Ostmark denied that its troops had crossed the border.
The envoy warned that the grain deal would likely fail. “We will never accept a blockade,” she said.
"""

OWN = """\
format: 1
name: Our own
version: "1"
issues:
  grain:
    name: Grain
    definition: Grain and who may ship it.
    include: Corn, wheat, ports.
    exclude: Other goods.
    terms: [grain deal, sanctions, troops]
    examples: [The grain deal holds.]
"""


def without_issues(analysis):
    return replace(
        analysis,
        codings=tuple(
            replace(c, issues=(), steps=tuple(s for s in c.steps if s.field != "issues")) for c in analysis.codings
        ),
    )


def test_another_codebook_changes_the_issues_and_nothing_else(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(OWN)
    document = Document.from_text(TEXT, path="x")
    shipped = pipeline.analyse(document, pipeline.Options(encoder="hashing"))
    own = pipeline.analyse(document, pipeline.Options(encoder="hashing", codebook=str(path)))
    assert [c.issues for c in shipped.codings] != [c.issues for c in own.codings]
    assert {found.key for c in own.codings for found in c.issues} == {"grain"}
    assert without_issues(shipped) == without_issues(own)
