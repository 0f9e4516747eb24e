"""Pages of an edition: what they hold, what they never hold, and what they weigh."""

from __future__ import annotations

import re
import subprocess
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from kandil.localize.words import formats
from kandil.model.blocks import Paragraph
from kandil.model.course import Course, Term
from kandil.model.edition import Edition
from kandil.model.inlines import Link
from kandil.model.text import Text
from kandil.paths import themes
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.read.course.cover import TAKEN
from kandil.render.site import assets, scripts
from kandil.render.site.pages import Page, Pages, render
from standin import HERE, choice, course, edition, module, quiz, text

TINY = Path("tests/courses/tiny")
ES_CHECK = Path("tests/node_modules/.bin/es-check")


def tiny() -> Course:
    found, problems = read_course(TINY, find_questions())
    assert found, problems
    return found


def rendered(of: Edition) -> dict[str, Page]:
    return {page.path: page for page in render(of).pages()}


def test_lessons_come_first_and_then_what_needs_their_weight() -> None:
    pages = rendered(edition(tiny()))
    around = ["index.html", "recipe.html", "about.html", "results.html"]
    assert [*pages] == ["tiny-1.html", "tiny-2.html", *around]
    assert [page.module for page in pages.values()][:2] == ["tiny-1", "tiny-2"]


def test_the_policy_lets_the_page_style_through_and_nothing_else() -> None:
    for page in rendered(edition(tiny())).values():
        [style] = re.findall("<style>(.*?)</style>", page.html, re.DOTALL)
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in page.html
        assert not re.search(r"<[^>]* (style|on\w+)=", page.html)


def test_no_page_of_a_learner_holds_the_trainer_s_words() -> None:
    assert not any("heron belongs" in page.html for page in rendered(edition(tiny())).values())


def test_titles_are_discreet() -> None:
    pages = rendered(edition(tiny()))
    assert pages["tiny-1.html"].title == "Lesson one"
    assert pages["index.html"].title == "Two short lessons"
    plain = module("tin-1")
    pages = rendered(edition(course(plain, sensitive_setting=True, discreet_title=text("Skills"))))
    assert pages["tin-1.html"].title == "Lesson 1 of 1 · Skills"
    assert "<svg" not in pages["tin-1.html"].html


def test_the_exit_page_does_not_lead_back() -> None:
    page = rendered(edition(tiny()))["recipe.html"]
    assert "<a" not in page.html and "tiny" not in page.html.lower()


def test_a_course_without_sensitivity_has_no_exit() -> None:
    pages = rendered(edition(course()))
    assert "recipe.html" not in pages
    assert not any("class=exit" in page.html for page in pages.values())


@pytest.mark.parametrize(("others", "links"), [((), 0), (("ka",), 1), (("ka", "uk"), 2)])
def test_the_switch_stands_in_the_page_exactly_once(others: tuple[str, ...], links: int) -> None:
    page = rendered(edition(tiny(), "en", *others))["tiny-2.html"]
    assert page.html.count("hreflang") == links
    alone = page.filled(switch=False)
    assert "hreflang" not in alone and "../" not in alone and "details.lang" not in alone
    assert page.filled(switch=True) == page.html


def test_each_true_reason_is_said_and_no_other() -> None:
    made = edition(tiny())
    reviewed = "not been reviewed by a person"
    assert reviewed not in rendered(made)["tiny-1.html"].html
    drafts = replace(made, locale="uk", drafts=frozenset({"tiny-1"}))
    assert reviewed in rendered(drafts)["tiny-1.html"].html
    assert reviewed not in rendered(drafts)["tiny-2.html"].html
    late = replace(made, as_of=date(2028, 1, 1), kind="release")
    assert "was good until November 2027" in rendered(late)["tiny-1.html"].html


def test_the_weight_of_a_page_is_that_of_all_it_loads() -> None:
    pages = render(edition(tiny()))
    made = {page.path: page for page in pages.pages()}
    files = dict(pages.assets())
    page = made["tiny-2.html"]
    [script] = re.findall(r'<script src="([^"]+)"', page.html)
    exact = assets.weight(page.html.encode()) + assets.weight(files[script])
    assert abs(page.first_load - exact) < 20


def test_a_page_loads_only_the_parts_that_it_uses() -> None:
    pages = rendered(edition(tiny()))
    assert "data-more=quiz.js" in pages["tiny-1.html"].html
    assert "data-more=quiz.js" in pages["tiny-2.html"].html
    assert 'src="page.js"' in pages["index.html"].html
    assert "data-more=results.js" in pages["index.html"].html


def test_in_a_frame_the_tracker_comes_first_and_the_exit_leaves_the_frame() -> None:
    page = next(render(edition(tiny())).tracked("lesson.js", b"").pages())
    assert page.html.index("lesson.js") < page.html.index("page.js")
    assert re.search(r"class=exit[^>]*target=_top", page.html)


def test_in_a_frame_a_link_of_the_overview_opens_beside_it() -> None:
    link = Link("https://example.org/", ("out",))
    summary = Text("[out](https://example.org/)", (link,), HERE)
    pages = render(edition(course(summary=summary))).tracked("lesson.js", b"").pages()
    [overview] = [page for page in pages if page.path == "index.html"]
    assert re.search(r"<a href=\S*example.org/\S* rel=[^>]*target=_blank>out</a>", overview.html)


def test_pictures_are_small_described_and_the_same_each_time() -> None:
    def built(images: bool) -> tuple[str, dict[str, bytes]]:
        pages: Pages = render(edition(tiny()), images=images)
        html = next(pages.pages()).html
        return html, dict(pages.assets())

    html, files = built(True)
    assert (html, files) == built(True)
    assert 'alt="A lamp that gives light"' in html and "loading=lazy" in html
    assert all(name in files for name in re.findall(r"(?:src|srcset)=(i-[\w.]+)", html))
    html, files = built(False)
    assert "<img" not in html and "A lamp that gives light" in html
    assert all(name.endswith(".js") for name in files)


def test_pages_of_a_long_course_stay_small() -> None:
    many = tuple(module(f"m-{number}") for number in range(1, 251))
    pages = rendered(edition(course(*many)))
    lesson = pages["m-120.html"].html
    assert lesson.count('href="m-') == 14
    assert "class=steps" not in lesson and 'href="lessons-2.html"' in lesson
    assert pages["lessons-3.html"].html.count('<a href="m-') == 50


def test_the_player_is_es2017_and_light(tmp_path: Path) -> None:
    sources = (themes() / "base/player/interactions").glob("*.js")
    names = sorted(path.stem for path in sources)
    names += ["quiz", "drag", "draw", "results", "listen", "terms"]
    files = {name: scripts.script((name,), keeps="answers") for name in names}
    files |= {"page": scripts.first_script()}
    for name, content in files.items():
        (tmp_path / f"{name}.js").write_bytes(content)
    command = [ES_CHECK, "es2017", "--checkFeatures", tmp_path / "*.js"]
    subprocess.run(command, check=True, capture_output=True)
    assert assets.weight(files["page"]) <= 1_500
    assert assets.weight(assets.sheet().encode()) <= 3_000


@pytest.mark.parametrize("locale", ["en-XA", "ar-XB", "sr-Latn-ME", "hy", "uz"])
def test_any_locale_can_be_formatted(locale: str) -> None:
    assert "tiny-1.html" in rendered(edition(tiny(), locale))


def test_a_page_loads_each_arrow_only_in_its_direction() -> None:
    for locale in ("en", "ar"):
        lesson = rendered(edition(tiny(), locale))["tiny-1.html"].html
        assert ("[dir=rtl]" in lesson) == (locale == "ar") and "[rel=next]" not in lesson


def test_every_page_but_the_recipe_owns_up_to_a_missing_review() -> None:
    for path, page in rendered(edition(tiny())).items():
        assert ("Not yet reviewed by a specialist." in page.html) == (path != "recipe.html"), path


def test_the_licence_is_named_as_people_know_it() -> None:
    assert [*map(formats.licence, ("CC-BY-SA-4.0", "CC0-1.0", "MIT"))] == [
        "CC BY-SA 4.0",
        "CC0-1.0",
        "MIT",
    ]


def test_no_lesson_can_take_the_place_of_another_page() -> None:
    many = tuple(module(f"m-{number}") for number in range(1, 102))
    asking = course(*many, module("last", quiz(choice("a", "b")), sensitivity="mention"))
    own = {path for path, page in rendered(edition(asking)).items() if not page.module}
    assert own >= {"index.html", "lessons-2.html", "results.html", "recipe.html", "about.html"}
    assert all(TAKEN.fullmatch(path.removesuffix(".html")) for path in own)


def test_a_course_too_long_for_a_list_of_results_has_none() -> None:
    many = tuple(module(f"m-{number}", quiz(choice("a", "b"))) for number in range(301))
    pages = rendered(edition(course(*many)))
    assert "results.html" not in pages and "results.html" not in pages["index.html"].html
    assert "data-structure" not in pages["m-0.html"].html
    assert "results.html" in rendered(edition(course(*many[:300])))


def test_words_of_the_glossary_count_among_those_that_fell_back() -> None:
    foreign = replace(text("A phrase for a door"), lang="en")
    term = Term("passphrase", replace(text("passphrase"), lang="en"), (Paragraph(foreign),))
    made = edition(course(module("tin-1", terms=(term,))), "uk")
    assert "2 parts of this page are in" in rendered(made)["tin-1.html"].html
