"""The brief as one self-contained page of HTML: first plain values, then the templates."""

from standoff.report.page.drawn import page_from_brief, page_from_verification
from standoff.report.page.page import Page, PageOptions, page_values

__all__ = ["Page", "PageOptions", "page_from_brief", "page_from_verification", "page_values"]
