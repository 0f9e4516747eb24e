"""The weight of a page on its first load."""

from __future__ import annotations

import gzip

from kandil.verify.budget import FIRST_LOAD, check_budget
from kandil.verify.contents import Contents


def package(files: dict[str, bytes]) -> Contents:
    return Contents(files, files.__getitem__)


def noise(length: int) -> bytes:
    """Does not compress: one byte of weight each, and no markup."""
    import hashlib

    blocks = (hashlib.sha512(str(number).encode()).digest() for number in range(length // 64))
    return b"".join(blocks).replace(b"<", b"_")


def test_a_light_page_is_fine() -> None:
    assert list(check_budget(package({"a.html": b"<p>" * 9000}))) == []


def test_the_page_and_the_excess_are_named() -> None:
    page = b'<script src="js/a.js"></script><p>light'
    heavy = noise(16_000)
    problems = list(check_budget(package({"en/a.html": page, "en/js/a.js": heavy})))
    weight = len(gzip.compress(page, 9)) + len(gzip.compress(heavy, 9))
    assert [(problem.code, problem.place.file) for problem in problems] == [("V001", "en/a.html")]
    assert problems[0].message == (
        f"{weight:,} bytes on first load, {weight - FIRST_LOAD:,} more than 14,600"
    )


def test_style_sheets_count_and_content_images_do_not() -> None:
    heavy = noise(16_000)
    style = {"a.html": b'<link rel="stylesheet" href="a.css">', "a.css": heavy}
    image = {"a.html": b'<img src="a.webp" alt="">', "a.webp": heavy}
    assert [problem.code for problem in check_budget(package(style))] == ["V001"]
    assert list(check_budget(package(image))) == []


def test_a_script_that_is_named_twice_is_loaded_once() -> None:
    half = noise(9_000)
    page = b'<script src="a.js"></script><script src="a.js"></script>'
    assert list(check_budget(package({"a.html": page, "a.js": half}))) == []


def test_what_follows_counts_in_the_whole_but_not_in_the_first_load() -> None:
    page = b'<script src="a.js" data-more="b.js c.js"></script>'
    files = {"a.html": page, "a.js": noise(9_000), "b.js": noise(9_000)}
    assert list(check_budget(package(files | {"c.js": noise(1_000)}))) == []
    [problem] = check_budget(package(files | {"c.js": noise(3_000)}))
    assert problem.code == "V009" and "more than 20,000" in problem.message


def test_a_page_that_launches_all_lessons_is_made_lighter_by_launching_each() -> None:
    heavy = b'<script src="a.js"></script>'
    found = check_budget(package({"start.html": heavy, "b.html": heavy, "a.js": noise(16_000)}))
    hints = {problem.place.file: problem.hint for problem in found}
    assert "--aus module" in hints["start.html"] and "Split" in hints["b.html"]
