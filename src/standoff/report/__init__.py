"""What people see: the brief and the list of actors as plain data, and their screens for the terminal."""

from standoff.report.actor_lines import ActorLine, ActorList, of_kinds
from standoff.report.actor_rows import COLUMNS as ACTOR_COLUMNS
from standoff.report.actor_rows import ActorRows, actor_rows
from standoff.report.actors import actor_list
from standoff.report.actors_json import actors_json
from standoff.report.actors_terminal import screen_from_actors
from standoff.report.against import Against
from standoff.report.brief import Brief, DocumentBrief, brief_from_analyses, brief_json, document_brief
from standoff.report.inert import inert, legible
from standoff.report.selection import ALL, Selection, with_basis
from standoff.report.tally import Tally
from standoff.report.terminal import N_SHOWN, Screen, screen_from_brief
from standoff.report.verification import Verification
from standoff.report.verifying_json import verification_json
from standoff.report.verifying_lines import screen_from_verification

__all__ = [
    "ACTOR_COLUMNS",
    "ALL",
    "N_SHOWN",
    "ActorLine",
    "ActorList",
    "ActorRows",
    "Against",
    "Brief",
    "DocumentBrief",
    "Screen",
    "Selection",
    "Tally",
    "Verification",
    "actor_list",
    "actor_rows",
    "actors_json",
    "brief_from_analyses",
    "brief_json",
    "document_brief",
    "inert",
    "legible",
    "of_kinds",
    "screen_from_actors",
    "screen_from_brief",
    "screen_from_verification",
    "verification_json",
    "with_basis",
]
