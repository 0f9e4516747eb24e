"""Every content type that packages here are made of, in the version that is written for."""

from __future__ import annotations

from collections.abc import Mapping

from kandil.exporters._h5p import (
    accordion,
    advanced_text,
    blanks,
    branching_question,
    branching_scenario,
    column,
    dialogcards,
    drag_text,
    essay,
    image,
    interactive_book,
    multi_choice,
    question_set,
    sort_paragraphs,
    table,
    true_false,
)
from kandil.exporters._h5p.fields import Library

_ALL = (
    accordion,
    advanced_text,
    blanks,
    branching_question,
    branching_scenario,
    column,
    dialogcards,
    drag_text,
    essay,
    image,
    interactive_book,
    multi_choice,
    question_set,
    sort_paragraphs,
    table,
    true_false,
)
LIBRARIES: Mapping[str, Library] = {str(one.LIBRARY): one.LIBRARY for one in _ALL}
"""By what a content calls them: `H5P.Column 1.18`."""
MAIN = (
    interactive_book.LIBRARY,
    column.LIBRARY,
    question_set.LIBRARY,
    dialogcards.LIBRARY,
    branching_scenario.LIBRARY,
    essay.LIBRARY,
    sort_paragraphs.LIBRARY,
)
"""Those that a file opens with."""
