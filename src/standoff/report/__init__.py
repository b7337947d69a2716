"""What people see: the brief as plain data, and its screen for the terminal."""

from standoff.report.brief import Brief, DocumentBrief, Tally, brief_from_analyses, brief_json, document_brief
from standoff.report.inert import inert, legible
from standoff.report.terminal import N_SHOWN, Screen, screen_from_brief

__all__ = [
    "N_SHOWN",
    "Brief",
    "DocumentBrief",
    "Screen",
    "Tally",
    "brief_from_analyses",
    "brief_json",
    "document_brief",
    "inert",
    "legible",
    "screen_from_brief",
]
