"""Rules that a page cannot use are left out of it."""

from __future__ import annotations

import re

import pytest
from kandil.render.site.assets import in_theme, sheet
from kandil.render.site.critical_css import BY_SCRIPT, critical_css, used_words

PAGE = '<main class="q done"><a rel=next>On</a><fieldset><input type=radio></fieldset></main>'


@pytest.mark.parametrize(
    "rule",
    [
        ".q{margin:0}",
        "main a{margin:0}",
        "[rel=next]::after{content:'→'}",
        "fieldset [type=A]>li:has(:checked){margin:0}",
        ".q input:not([type]){margin:0}",
        "*{margin:0}",
        ":focus-visible{margin:0}",
        "[data-f^=long]::after{margin:0}",
        "@media print{.q{margin:0}}",
        "li,button+button{margin:0}",
    ],
)
def test_a_rule_that_may_match_stays(rule: str) -> None:
    assert critical_css(rule, used_words(PAGE)) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".steps{margin:0}",
        "nav.near a{margin:0}",
        ".q .no{margin:0}",
        "table{margin:0}",
        "[rel=prev]::before{content:'←'}",
        "[dir=rtl] [rel=next]::after{content:'←'}",
        "@media print{.steps{margin:0}td::before{margin:0}}",
    ],
)
def test_a_rule_that_cannot_match_goes(rule: str) -> None:
    assert critical_css(rule, used_words(PAGE)) == ""


def test_a_selector_that_cannot_match_goes_and_a_rule_stands_once() -> None:
    assert (
        critical_css(".steps,.q,nav.near{margin:0}.steps,.q{margin:0}", used_words(PAGE))
        == ".q{margin:0}"
    )


def test_what_other_attributes_say_is_no_class() -> None:
    assert critical_css(".type{margin:0}.radio{margin:0}", used_words(PAGE)) == ""


def test_what_a_script_makes_is_known() -> None:
    """The theme's own sheet may style it, whatever stands in the page."""
    source = "".join(path.read_text("utf-8") for path in in_theme("player").rglob("*.js"))
    made = set(re.findall(r"(?:make|createElement)\('(\w+)'", source))
    made |= set(re.findall(r"(?:className = |classList\.\w+\(|, )'(\w+)'", source))
    named = set(re.findall(r"(?:^|[\s,>+~])\.?([a-z][a-z0-9]*)(?=[\s,{>+~:\[])", in_css()))
    # Copies of what stands in every page with parts and in no other; rules of theirs hang on more.
    copied = {"at", "details", "toc"}
    assert {word for word in made if word in named} <= BY_SCRIPT | copied


def in_css() -> str:
    """The selectors of every rule that stands in a page."""
    interactions = frozenset(path.stem for path in in_theme("interactions").glob("*.css"))
    whole = sheet(interactions=interactions, kit=("exit", "gate", "lesson", "near", "paper"))
    return "\n".join(rule.split("{")[-2] + "{" for rule in whole.split("}") if "{" in rule)
