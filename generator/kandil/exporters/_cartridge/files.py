"""Assessments, the question bank and pages as files."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kandil.exporters._cartridge.item import WORDS, add_item, metadata
from kandil.exporters._native.asked import Asked
from kandil.exporters._native.question_words import QuestionWords
from kandil.model.edition import Edition
from kandil.package.xml import serialise

_PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8" />\n'
    '<meta name="referrer" content="no-referrer" />\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}" />\n'
    "<title>{title}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
)
_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)


def assessment(name: str, title: str, asked: Iterable[Asked], words: QuestionWords) -> bytes:
    """A quiz; how often it is taken is a platform's own setting, as a quiz can be repeated."""
    root = WORDS.root("questestinterop")
    held = WORDS.add(root, "assessment", ident=name, title=title)
    fields = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
        "qmd_hintspermitted": "Yes",
        "qmd_solutionspermitted": "Yes",
        "cc_maxattempts": "unlimited",
    }
    metadata(held, fields)
    section = WORDS.add(held, "section", ident="root")
    for one in asked:
        add_item(section, one, words)
    return serialise(root)


def bank(name: str, asked: Iterable[Asked], words: QuestionWords) -> bytes:
    """Questions that no quiz asks."""
    root = WORDS.root("questestinterop")
    held = WORDS.add(root, "objectbank", ident=name)
    for one in asked:
        add_item(held, one, words)
    return serialise(root)


def page(edition: Edition, title: str, body: Markup) -> bytes:
    """Without style or script: the platform has its own."""
    return framed(edition.locale, edition.direction, title, body)


def framed(lang: str, direction: str, title: str, body: Markup) -> bytes:
    """A page around some markup."""
    policy = Markup(_POLICY)
    return _PAGE.format(
        lang=lang, direction=direction, policy=policy, title=title, body=body
    ).encode()
