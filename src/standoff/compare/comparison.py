"""Comparing documents: what several of them have to do with one another, all parts in their order."""

from __future__ import annotations

from collections.abc import Container, Sequence

from standoff.compare.changes import find_changes
from standoff.compare.claims import find_claims
from standoff.compare.clashes import find_clashes
from standoff.compare.convergences import find_convergences
from standoff.compare.copies import find_copies
from standoff.compare.divergences import find_divergences
from standoff.compare.meetings import find_meetings
from standoff.compare.networks import find_networks
from standoff.compare.prepared import prepare
from standoff.compare.silences import find_silences
from standoff.compare.stories import find_stories
from standoff.encode.couples import Judge
from standoff.knowledge import Knowledge
from standoff.values import Analysis
from standoff.values.comparison import Comparison


def compare(analyses: Sequence[Analysis], known: Knowledge, judge: Judge, on_record: Container[str] = ()) -> Comparison:
    """What some documents have to do with one another; the same for the same documents in the same order.

    A document that is given twice counts once. `judge` says of two statements whether they are one claim, or collide
    (`Encoder.judge`); `on_record` has the ids of the statements that primary records hold.
    """
    by_id: dict[str, Analysis] = {}
    for analysis in analyses:
        by_id.setdefault(analysis.document.doc_id, analysis)
    documents = tuple(by_id.values())
    copies, stories = find_copies(documents), find_stories(documents)
    ready = prepare(documents, judge, on_record, known)
    claims = find_claims(ready, copies)
    clashes, n_withheld = find_clashes(ready, claims)
    return Comparison(
        copies=copies,
        stories=stories,
        meetings=find_meetings(documents, stories, known),
        claims=claims,
        clashes=clashes,
        convergences=find_convergences(ready, claims),
        silences=find_silences(ready, claims),
        divergences=find_divergences(ready, claims, clashes),
        changes=find_changes(ready, claims),
        networks=find_networks(ready, claims, clashes),
        n_withheld=n_withheld,
    )
