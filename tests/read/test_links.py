"""Addresses: one form in the model, and nothing that leaves the course or runs."""

from __future__ import annotations

import pytest
from kandil.problems import Place
from kandil.read.inline.links import read_link, read_path

_HERE = Place("a.md")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("siu-2.md", "siu-2"),
        ("./siu-2.md", "siu-2"),
        ("../modules/siu-2.md", "siu-2"),
        ("siu-2.md#the-lock", "siu-2#the-lock"),
        ("#the-lock", "#the-lock"),
        ("#%D0%B7%D0%B0%D0%BC%D0%BE%D0%BA", "#замок"),
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("sub/../siu-2.md", "siu-2"),
    ],
)
def test_what_a_link_becomes(address: str, target: str) -> None:
    assert read_link(address, _HERE) == (target, [])


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "M002"),
        ("java\tscript:alert(1)", "M002"),
        ("\x01javascript:alert(1)", "M002"),
        ("data:text/html,x", "M002"),
        ("file:///etc/passwd", "M002"),
        ("mailto:a@example.org", "M002"),
        ("//example.org", "M002"),
        ("../../siu-2.md", "M003"),
        ("%2e%2e/%2e%2e/siu-2.md", "M003"),
        ("/siu-2.md", "M003"),
        ("../course.yml", "M004"),
        ("siu-2.html", "M004"),
        ("sub/siu-2.md", "M004"),
        ("siu-2", "M004"),
        ("", "M004"),
        ("\\\\example.org\\a", "M004"),
    ],
)
def test_links_that_are_refused(address: str, code: str) -> None:
    target, problems = read_link(address, _HERE)
    assert (target, [problem.code for problem in problems]) == ("", [code])


@pytest.mark.parametrize(
    ("address", "path", "codes"),
    [
        ("../images/a.png", "images/a.png", []),
        ("a%20b.png", "modules/a b.png", []),
        ("../../a.png", "", ["M003"]),
        ("%2e%2e/%2e%2e/a.png", "", ["M003"]),
        ("https://example.org/a.png", "", ["M002"]),
        ("data:image/png;base64,x", "", ["M002"]),
    ],
)
def test_what_the_path_of_a_picture_becomes(address: str, path: str, codes: list[str]) -> None:
    found, problems = read_path(address, _HERE)
    assert (found, [problem.code for problem in problems]) == (path, codes)
