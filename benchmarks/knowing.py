"""Times the knowledge from its file to the answers that a first article needs.

    python -m benchmarks.knowing

Started by `benchmarks.speed`; prints one JSON object. The time is that of the processor, in a process that has read
nothing yet.
"""

from __future__ import annotations

import json
import time
from datetime import date

from standoff.knowledge.packed import knowledge_from_pack


def first_asks_s() -> float:
    """The seconds of the processor for reading the file and for asking once for all that is made ready when asked."""
    began = time.process_time()
    known = knowledge_from_pack()
    known.namings("Moscow")
    known.persons("Lavrov")
    known.roles("foreign minister")
    known.offices("secretary of state")
    known.office("gov:RUS", "foreign_minister")
    known.terms("rus.foreign_minister", date(2014, 3, 18))
    known.posts("person:sergey-lavrov")
    known.parent("org:us-department-of-state")
    known.members("org:nato", date(2014, 3, 18))
    known.memberships("gov:RUS")
    known.is_title_word("minister")
    return time.process_time() - began


if __name__ == "__main__":
    print(json.dumps({"knowledge_ms": 1000 * first_asks_s()}))
