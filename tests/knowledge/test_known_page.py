"""docs/known.md says what the files hold."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_what_is_known_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "make_known.py"))["known_page"]()
    assert (DOCS / "known.md").read_text(encoding="utf-8") == made, "run: python docs/make_known.py"
