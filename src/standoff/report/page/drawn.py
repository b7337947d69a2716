"""The page as one HTML file that needs nothing else: the templates filled in, and a policy that lets nothing act.

Everything from outside goes through autoescaping; only our own style and script are put in as they are, by `include`,
and the policy names them by their hashes, so that no other style or script of the page is ever obeyed.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from standoff import __version__
from standoff.report.brief import Brief
from standoff.report.headline import MEANINGS
from standoff.report.page.page import DEFAULT, PageOptions, page_values
from standoff.report.page.verified import verified_values
from standoff.report.verification import Verification


def page_from_brief(brief: Brief, options: PageOptions = DEFAULT) -> str:
    """The brief as one self-contained HTML page; without a comparison it shows each text by itself."""
    page = page_values(brief, options)
    template = _environment().get_template("page.html")
    return template.render(page=page, policy=policy(), meanings=MEANINGS, version=__version__)


def page_from_verification(verification: Verification) -> str:
    """The checks as one self-contained HTML page."""
    template = _environment().get_template("verified.html")
    return template.render(page=verified_values(verification), policy=policy(), version=__version__)


@lru_cache(maxsize=1)
def policy() -> str:
    """The content security policy: our style and our script by their hashes, and nothing else, from nowhere."""
    style, script = (_digest(name) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _digest(name: str) -> str:
    text = _environment().get_template(name).render()
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("standoff.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
