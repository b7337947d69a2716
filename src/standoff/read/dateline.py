"""The dateline that opens an agency report: "VIENNA, Dec. 1 (Reuters) - ", and the agency and date in it."""

from __future__ import annotations

import re

from standoff.read.dates import DATE, iso_from_text
from standoff.read.page import FrontPage, piece
from standoff.read.publishers import is_known_publisher, is_publisher
from standoff.spans import Span

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,4}"
_TITLED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’-]+){0,3}"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPS}|{_TITLED})"
    rf"(?:, (?!(?i:{DATE}))(?P<region>{_TITLED}))?"
    rf"(?:,? (?P<date>(?i:{DATE})|\d{{1,2}} [A-Z][a-z]+))?\.?"
    r"(?: ?(?:\((?P<agency>[A-Z][^()\n]{1,39})\)|/(?P<slashed>[A-Z][A-Z -]{1,20})/))?\.?"
    r"(?P<dash> ?(?:--|[-–—]) | ?(?:--|—)(?=[\w\"“«]))?"
)
_OPENING_AGENCY = re.compile(r"\(?(?P<agency>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,3})\)? ?(?:--|[-–—]) (?=[A-Z\"“«])")
_NO_PLACE = frozenset(
    "ANALYSIS BREAKING COMMENT COMMENTARY EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FEATURE INTERVIEW LIVE LIVEBLOG NEWS "
    "OPINION PHOTOS TIMELINE TRANSCRIPT UPDATE UPDATED VIDEO WATCH FACTBOX REPORT NATO OSCE ASEAN OPEC UNESCO BRICS "
    "READ MORE NOTE CORRECTION SUMMARY ABSTRACT BACKGROUND QUESTION ANSWER".split()
)


def dateline_in(text: str, paragraph: Span) -> FrontPage | None:
    """The dateline or agency mark at the start of the paragraph, or None.

    Its pieces: the whole opening as `dateline` when a place is named, and within it the agency and the date.
    """
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found and _is_dateline(found, paragraph):
        return _page_from_dateline(found)
    opening = _OPENING_AGENCY.match(text, paragraph.start, paragraph.end)
    if opening and is_known_publisher(opening["agency"]):
        return FrontPage(pieces=(piece("publisher", *opening.span("agency")),), publisher=opening["agency"])
    return None


def _is_dateline(found: re.Match[str], paragraph: Span) -> bool:
    """Whether place, date, agency and dash together leave no doubt."""
    place = found["place"]
    agency = found["agency"] or found["slashed"]
    if set(re.findall(r"\w+", place)) & _NO_PLACE or is_publisher(place):
        return False
    is_caps = place == place.upper() and sum(c.isalpha() for c in place) >= 4
    is_alone = found.end() == paragraph.end
    if is_alone or not found["dash"]:
        return is_alone and agency is not None and (is_caps or found["date"] is not None)
    return agency is not None or is_caps


def _page_from_dateline(found: re.Match[str]) -> FrontPage:
    agency = "agency" if found["agency"] else "slashed"
    pieces = [piece("dateline", found.start(), found.start() + len(found[0].rstrip()))]
    if found["date"]:
        pieces.append(piece("date", *found.span("date")))
    if found[agency]:
        pieces.append(piece("publisher", *found.span(agency)))
    return FrontPage(pieces=tuple(pieces), publisher=found[agency], published=iso_from_text(found["date"] or ""))
