"""The brief as one self-contained page of HTML: first plain values, then the templates."""

from standoff.report.page.drawn import page_from_brief
from standoff.report.page.page import Page, PageOptions, page_values

__all__ = ["Page", "PageOptions", "page_from_brief", "page_values"]
