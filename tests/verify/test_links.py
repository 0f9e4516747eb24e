"""Links inside a package, and what may lead out of it."""

from __future__ import annotations

import pytest
from kandil.verify.contents import Contents
from kandil.verify.links import check_links


def package(**files: str) -> Contents:
    """`siu_2__html` stands for `siu_2.html`."""
    content = {name.replace("__", "."): words.encode() for name, words in files.items()}
    return Contents(content, content.__getitem__)


def codes(**files: str) -> list[str]:
    return [problem.code for problem in check_links(package(**files))]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b.html">b</a>',
        '<a href="b.html#there">b</a>',
        '<a href="./b.html">b</a>',
        '<h2 id="here"><a href="#here">here</a></h2>',
        '<a href="https://example.org/" rel="noopener noreferrer">out</a>',
        '<img src="data:image/png;base64,AA==" alt="">',
        '<link rel="icon" href="data:,">',
        '<img src="b.html" srcset="b.html 1x, b.html 2x" alt="">',
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        "<p>https://example.org is only words</p>",
        '<style>a{background:url("b.html")}</style>',
    ],
)
def test_what_is_allowed(body: str) -> None:
    assert codes(a__html=body, b__html='<h2 id="there">There</h2>') == []


_WAYS = ("../../../index.html", "../../../preview/site/siu-GE/uk/siu-1.html")
"""From the folder of a course on a host."""


@pytest.mark.parametrize(
    ("body", "loose", "found"),
    [
        *((f'<a href="{way}">x</a>', True, []) for way in _WAYS),
        *((f'<a href="{way}">x</a>', False, ["V002"]) for way in _WAYS),
        *((f'<iframe src="{way}"></iframe>', True, ["V002"]) for way in _WAYS),
        ('<a href="../../index.html">x</a>', True, ["V002"]),
        ('<a href="../../../../index.html">x</a>', True, ["V002"]),
        ('<a href="../../../preview/site/siu-GE/../x.html">x</a>', True, ["V002"]),
        ('<a href="../../../preview/site/siu-GE/uk/page.js">x</a>', True, ["V002"]),
        ('<a href="../../../trainers/release/siu-GE/uk/siu-1.html">x</a>', True, ["V002"]),
    ],
)
def test_only_a_folder_leads_to_what_is_hosted_beside_it(
    body: str, loose: bool, found: list[str]
) -> None:
    contents = Contents(["a.html"], lambda name: body.encode(), loose=loose)
    assert [problem.code for problem in check_links(contents)] == found


@pytest.mark.parametrize(
    "body",
    [
        '<a href="none.html">x</a>',
        '<a href="../ka/b.html">x</a>',
        '<a href="b.html#nowhere">x</a>',
        '<a href="#nowhere">x</a>',
        '<img src="none.svg" alt="">',
        '<img srcset="b.html 1x, none.webp 2x" alt="">',
        '<script src="none.js"></script>',
        "<style>a{background:url(none.png)}</style>",
        '<iframe src="none.html"></iframe>',
        '<meta http-equiv="refresh" content="0;url=none.html">',
    ],
)
def test_a_link_that_leads_nowhere(body: str) -> None:
    assert codes(a__html=body, b__html="<p>b") == ["V002"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org/">no rel</a>',
        '<a href="https://example.org/" rel="noopener">half of it</a>',
        '<a href="https://example.org/" rel="noreferrer">the other half</a>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="//example.org/">x</a>',
        '<a href="/b.html">x</a>',
        '<a href="file:///etc/passwd">x</a>',
        '<img src="https://example.org/a.png" alt="">',
        '<img src="//example.org/a.png" alt="">',
        '<img srcset="b.html 1x, https://example.org/a.png 2x" alt="">',
        '<script src="HTTP://example.org/a.js"></script>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="preconnect" href="https://example.org">',
        '<iframe src="https://example.org/"></iframe>',
        '<video poster="https://example.org/a.png"></video>',
        '<form action="https://example.org/"></form>',
        '<svg><use xlink:href="https://example.org/a.svg#b"></use></svg>',
        '<p style="background:url(https://example.org/a.png)">x</p>',
        '<style>@import "https://example.org/a.css";</style>',
        "<style>a{background:url('//example.org/a.png')}</style>",
        '<meta http-equiv="Refresh" content="0;url=https://example.org/">',
        '<iframe src="data:text/html,x"></iframe>',
    ],
)
def test_a_page_may_not_reach_outside(body: str) -> None:
    assert codes(a__html=body, b__html="<p>b") == ["V003"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a__css", "a{background:url(https://example.org/a.png)}"),
        ("a__js", "fetch('https://example.org/')"),
        ("a__js", 'new WebSocket("wss://example.org/")'),
        ("a__js", 'import("//example.org/a.js")'),
        ("a__svg", '<svg><image href="https://example.org/a.png"/></svg>'),
        ("a__xml", '<resource href="http://example.org/a.html"/>'),
        ("a__xml", '<text>&lt;img src="https://example.org/a.png"&gt;</text>'),
    ],
)
def test_nor_may_any_other_file(name: str, content: str) -> None:
    assert codes(**{name: content}) == ["V003"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a__js", "document.createElementNS('http://www.w3.org/2000/svg', 'svg') // a word"),
        ("a__js", "var a = '//'; a.split(\"//\")"),
        ("a__xml", '<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"/>'),
        ("a__svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        (
            "a__xml",
            '<text>&lt;a href="https://example.org/" rel="noopener noreferrer"&gt;a</text>',
        ),
    ],
)
def test_names_of_namespaces_are_no_references(name: str, content: str) -> None:
    assert codes(**{name: content}) == []


def test_a_problem_names_the_page_and_shortens_what_is_long() -> None:
    [problem] = check_links(package(a__html=f'<img src="https://example.org/{"x" * 99}" alt="">'))
    assert problem.place.file == "a.html"
    assert len(problem.message) < 90


def test_a_page_in_a_folder_links_relative_to_it() -> None:
    files = {"en/a.html": b'<a href="../ka/a.html#x">x</a>', "ka/a.html": b'<p id="x">x'}
    contents = Contents(files, files.__getitem__)
    assert list(check_links(contents)) == []


def test_each_link_to_an_address_is_judged() -> None:
    safe = '<a href="https://example.org/" rel="noopener noreferrer">out</a>'
    assert codes(a__html=safe + '<a href="https://example.org/">out</a>') == ["V003"]
    assert codes(a__html=safe + safe) == []
