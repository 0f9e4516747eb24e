"""Whether what stands under a heading is of the kind that a keyword asks for.

A usual word such as *Order* or *Match* may begin a plain heading. Only what stands below it tells
the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kandil.read.block.labels import known_label, labelled
from kandil.read.inline.anchors import github_slug
from kandil.read.question.answer_lines import boxed
from kandil.read.question.forms import Form
from kandil.read.source.comments import comment_body, is_settings
from kandil.read.source.keywords import STANCES, Keywords
from kandil.read.source.tokens import STARTS, Group, inner, runs, sentence

Forms = Mapping[str, Form]
"""Where the questions of each keyword hold their answers."""
_BESIDE = ("paragraph_open", "html_block", "footnote_reference_open")
"""What may stand around the answers of every question."""
_CHOICE = re.compile(r"\[[^\[\]\n]+\]\(#([^()\s]*)\)\s*")
_CHOSEN = re.compile(r"\[[^\[\]\n]{4,}\]")
"""A choice, be it one that leads nowhere."""
_FIRST_WORD = re.compile(r"[\W\d_]*([^\W\d_]+)")


def fits(language: Keywords, forms: Forms, keyword: str, section: list[Group]) -> bool:
    """Whether the blocks below a heading, sections below it included, are what `keyword` needs."""
    body = _body(section)
    if keyword in ("Quiz", "Bank"):
        return _holds_questions(language, forms, section) and (
            keyword == "Quiz" or all(group[0].type == "html_block" for group in body)
        )
    if keyword == "Scenario":
        return any(_leads(group) for group in body) or plays(section)
    return keyword in forms and _answers(language, keyword, forms[keyword], body)


def plays(section: list[Group]) -> bool:
    """Whether a list of links leads to headings below, as the choices of a scenario do."""
    heads = {github_slug(one[1].content) for one in section if one[0].type == "heading_open"}
    rows = (row for group in section if _leads(group) for row in inner(group))
    found = (_CHOICE.fullmatch(sentence(row)) for row in rows)
    return any(lead[1] in heads for lead in found if lead)


def tries(forms: Forms, keyword: str, section: list[Group]) -> bool:
    """Whether the body holds what may be answers of another form: bullets below `Order`."""
    if keyword == "Scenario":
        lists = (group for group in _body(section) if group[0].type == "bullet_list_open")
        return any(all(_CHOSEN.match(sentence(item)) for item in inner(one)) for one in lists)
    form = forms.get(keyword)
    if form and form.kind == "table":
        return any(group[0].type == "table_open" for group in _body(section))
    return form is not None and has_list(section)


def has_list(section: list[Group]) -> bool:
    """Whether a list stands above the first heading."""
    return any(group[0].type.endswith("list_open") for group in _body(section))


def held(
    language: Keywords, forms: Forms, found: list[Group], start: int, section: int
) -> list[Group]:
    """What a heading may be meant to hold: the blocks from `start` to the end of its section, and
    if these are no more than settings, a question beside it too."""
    below = found[start:section]
    if section == len(found) or any(group[0].type != "html_block" for group in below):
        return below
    ahead = range(section + 1, len(found))
    end = next((index for index in ahead if found[index][0].type in STARTS), len(found))
    beside = found[section:end]
    head = beside[0][0].type == "heading_open"
    return below + beside if head and _begins_question(language, forms, beside) else below


def _begins_question(language: Keywords, forms: Forms, found: list[Group]) -> bool:
    """Whether a heading opens a question, be it without its colon over answers to tick or gaps."""
    content = found[0][1].content
    if language.heading(content)[1] in forms:
        return True
    first = _FIRST_WORD.match(content)
    keyword = language.english(first[1].capitalize()) if first else ""
    form = forms.get(keyword)
    if form is None or form.kind != "boxes":
        return False
    return _answers(language, keyword, form, _body(found[1:]))


def has_settings(section: list[Group]) -> bool:
    """Whether a comment with settings stands right under a heading; a plain one may name aims."""
    for group in section:
        if group[0].type != "html_block":
            return False
        if is_settings(comment_body(group[0].content) or ""):
            return True
    return False


def has_labels(language: Keywords, section: list[Group]) -> bool:
    """Whether `> **Hint:** …` or one of its like stands in it, or `> **Safer:** …` in its list."""
    return any(
        (group[0].type == "blockquote_open" and labelled(language, group))
        or _stances(language, group)
        for group in _body(section)
    )


def _body(section: list[Group]) -> list[Group]:
    """What stands above the first heading."""
    heads = (index for index, group in enumerate(section) if group[0].type == "heading_open")
    return section[: next(heads, len(section))]


def _holds_questions(language: Keywords, forms: Forms, section: list[Group]) -> bool:
    """Whether a heading opens a question."""
    return any(_begins_question(language, forms, run) for run in runs(section)[1:])


def _answers(language: Keywords, keyword: str, form: Form, body: list[Group]) -> bool:
    if form.kind == "boxes":
        lists = [group for group in body if group[0].type.endswith("list_open")]
        return any(boxed(group) for group in lists) or any(
            "[[" in token.content for group in body for token in group
        )
    parts = [group for group in body if group[0].type not in _BESIDE]
    parts = [part for part in parts if not labelled(language, part)]
    # Words behind the answers are prose: a question would have none there.
    if len(parts) != 1 or (body[-1] is not parts[0] and body[-1][0].type == "paragraph_open"):
        return False
    part = parts[0]
    if form.kind == "table":
        return part[0].type == "table_open" and _columns(keyword, part)
    return part[0].type == form.list and _listed(language, form, part)


def _listed(language: Keywords, form: Form, part: Group) -> bool:
    """Whether a list is one of steps, of groups, or of answers."""
    rows = [inner(item) for item in inner(part)]
    if len(rows) < 2 or boxed(part):
        return False
    if form.under:
        return _stances(language, part)
    nested = [any(one[0].type.endswith("list_open") for one in row) for row in rows]
    return all(nested) if form.kind == "groups" else not any(nested)


def _columns(keyword: str, table: Group) -> bool:
    """Two, or a scale over empty cells."""
    heads = sum(token.type == "th_open" for token in table)
    if keyword != "Rate":
        return heads == 2
    cells = [token for index, token in enumerate(table) if table[index - 1].type == "td_open"]
    return heads > 2 and not any(
        cell.content.strip() for index, cell in enumerate(cells) if index % heads
    )


def _stances(language: Keywords, group: Group) -> bool:
    """Whether a quote in a list begins with `**Safer:**` or one of its like."""
    if group[0].type != "bullet_list_open":
        return False
    quotes = [
        one for item in inner(group) for one in inner(item) if one[0].type == "blockquote_open"
    ]
    return any(known_label(language, sentence(quote)) in STANCES for quote in quotes)


def _leads(group: Group) -> bool:
    """Whether a list holds links to headings and nothing else."""
    if group[0].type != "bullet_list_open":
        return False
    return all(_CHOICE.fullmatch(sentence(item)) is not None for item in inner(group))
