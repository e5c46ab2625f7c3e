"""What leaves the house: summaries of a case."""

from bot.handoff.as_html import summary_html
from bot.handoff.as_json import summary_json
from bot.handoff.case_file import CaseFile, case_file

__all__ = ["CaseFile", "case_file", "summary_html", "summary_json"]
