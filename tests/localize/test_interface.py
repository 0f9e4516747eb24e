from __future__ import annotations

from pathlib import Path

import pytest
from kandil.localize import interface as room
from kandil.localize.catalogue import read_catalogue
from kandil.localize.interface import Interface, interface
from kandil.localize.locale import Language, resolve
from kandil.localize.messages import SAFETY, Message, messages
from kandil.localize.plural import plural_of
from kandil.model.edition import Kind
from kandil.paths import locales
from kandil.problems import Place

MESSAGES = (
    Message("Exit now", "page.html", 3, marked=True),
    Message("All lessons", "page.html", 4),
    Message("{number} word", "page.html", 5, "{number} words"),
)


def language(tag: str) -> Language:
    found, _ = resolve(tag, Place("course.yml"))
    assert found
    return found


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "messages", lambda: MESSAGES)


def build(folder: Path, words: str, kind: Kind = "release", tag: str = "uk") -> Interface:
    made, problems = look(folder, words, kind, tag)
    assert problems == []
    return made


def look(
    folder: Path, words: str, kind: Kind = "release", tag: str = "uk"
) -> tuple[Interface, list[str]]:
    path = folder / tag / "ui.po"
    path.parent.mkdir(exist_ok=True)
    rule = plural_of(tag).header
    path.write_text(f'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n\n{words}', "utf-8")
    made, problems = interface(language(tag), kind, (folder,))
    return made, [problem.code for problem in problems]


DRAFT = '# origin: machine (2026-11-24)\n#, fuzzy\nmsgid "All lessons"\nmsgstr "Усі уроки"\n'
EXIT = 'msgid "Exit now"\nmsgstr "Вийти"\n'
FORMS = (
    'msgid "{number} word"\nmsgid_plural "{number} words"\nmsgstr[0] "{number} слово"\n'
    'msgstr[1] "{number} слова"\nmsgstr[2] "{number} слів"\n'
)


def test_a_draft_speaks_in_a_preview_only(tmp_path: Path) -> None:
    assert build(tmp_path, DRAFT).translate("All lessons") == "All lessons"
    preview = build(tmp_path, DRAFT, "preview")
    assert preview.translate("All lessons") == "Усі уроки"
    assert preview.drafts


def test_what_people_wrote_speaks_in_a_release(tmp_path: Path) -> None:
    made = build(tmp_path, EXIT)
    assert made.translate("Exit now") == "Вийти"
    assert made.coverage
    assert (made.coverage.translated, made.coverage.guarded, made.coverage.total) == (2, 2, 6)
    assert made.drafts, "nobody reviewed the words of the exit"
    assert not build(tmp_path, f"# reviewed: AB 2026-01-31\n{EXIT}").drafts


def test_the_number_picks_the_form(tmp_path: Path) -> None:
    plural = build(tmp_path, FORMS).plural
    found = [plural("{number} word", "{number} words", number) for number in (1, 3, 5, 21)]
    assert found == ["{number} слово", "{number} слова", "{number} слів", "{number} слово"]


def test_english_needs_no_file() -> None:
    made, problems = interface(language("en-GB"), "release", ())
    assert (made.translate("Exit now"), made.coverage, problems) == ("Exit now", None, [])
    assert [made.plural("a", "b", number) for number in (0, 1, 2)] == ["b", "a", "b"]


def test_a_missing_string_is_english_never_a_third_language(tmp_path: Path) -> None:
    build(tmp_path, EXIT, tag="ru")
    assert build(tmp_path, "", tag="uk").translate("Exit now") == "Exit now"


def test_the_projects_own_file_comes_first(tmp_path: Path) -> None:
    for name, words in (("own", EXIT.replace("Вийти", "Вихід")), ("shipped", EXIT + DRAFT)):
        (tmp_path / name).mkdir()
        build(tmp_path / name, words, "preview")
    folders = (tmp_path / "own", tmp_path / "shipped")
    made, _ = interface(language("uk"), "preview", folders)
    assert (made.translate("Exit now"), made.translate("All lessons")) == ("Вихід", "Усі уроки")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (EXIT.replace("Вийти", "Вийти <b>"), "L008"),
        (EXIT.replace("Вийти", "Вийти {number}"), "L005"),
        (EXIT.replace("Вийти", "\u2067Вийти"), "L010"),
        (FORMS.replace("{number} слів", "слів"), "L005"),
        (FORMS.replace('msgstr[2] "{number} слів"\n', ""), "L015"),
    ],
)
def test_damage_is_reported_and_english_shown(tmp_path: Path, words: str, code: str) -> None:
    made, problems = look(tmp_path, words)
    assert problems == [code]
    assert made.translate("Exit now") == "Exit now"
    assert made.plural("{number} word", "{number} words", 5) == "{number} words"


LONG = (
    "The pages work without the internet. They keep nothing of what you do. Nobody is told that "
    "you were here. Close them when you are done."
)


@pytest.mark.parametrize(
    ("source", "words", "code"),
    [
        ("Open the file again", "Open the file again", "L020"),
        ("Exit now", "Iziti sada", "L021"),
        ("Exit now", "xx", "L022"),
        (LONG, "Сторінки працюють без інтернету.", "L023"),
        ("Exit now", " ", "L026"),
        ("Exit now", "\u200b", "L026"),
    ],
)
def test_what_is_no_translation_is_told_of_the_pages_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, words: str, code: str
) -> None:
    monkeypatch.setattr(room, "messages", lambda: (Message(source, "page.html", 1),))
    assert look(tmp_path, f'msgid "{source}"\nmsgstr "{words}"\n')[1] == [code]


def test_forms_of_a_plural_that_are_no_translation_are_told_once(tmp_path: Path) -> None:
    forms = FORMS
    for words in ("слово", "слова", "слів"):
        forms = forms.replace(words, "rijeci")
    assert look(tmp_path, forms)[1] == ["L021"]


def test_pseudo_locales_keep_placeholders() -> None:
    made, problems = interface(language("en-XA"), "release", ())
    assert problems == []
    assert made.plural("{number} word", "{number} words", 2) == "⟦{number} ŵööŕðš⟧"
    assert made.coverage is None


def test_every_guarded_file_is_there_and_speaks() -> None:
    assert set(SAFETY) <= {message.file for message in messages()}


def test_babel_finds_every_string_and_what_must_be_reviewed() -> None:
    found = {message.one: message for message in messages()}
    guarded = {"Exit now", "Clear my traces", "This translation has not been reviewed by a person."}
    assert {word for word in guarded if found[word].guarded} == guarded
    assert not found["Lessons"].guarded
    assert {"True", "False", "Yes", "No", "Help", "Open the file index.html to begin."} <= set(
        found
    )
    assert any(message.many for message in found.values())


@pytest.mark.parametrize("tag", ["uk", "ka", "tr"])
def test_shipped_words_are_whole(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "messages", messages)
    catalogue, problems = read_catalogue(locales() / tag / "ui.po")
    known = {message.one for message in messages()}
    assert problems == []
    assert {source for _, source in catalogue.entries} == known, "run 'kandil i18n update'"
    assert {entry.state for entry in catalogue.entries.values()} <= {
        "draft", "translated", "reviewed"
    }  # fmt: skip
    made, problems = interface(language(tag), "preview", (locales(),))
    assert problems == []
    assert len(made.translate("Exit now").split()) <= 2


def test_a_form_of_one_number_may_say_it_in_words(tmp_path: Path) -> None:
    forms = ("لا كلمات", "كلمة", "كلمتان", "{number} كلمات", "{number} كلمة", "{number} كلمة")
    lines = [f'msgstr[{index}] "{words}"\n' for index, words in enumerate(forms)]
    entry = 'msgid "{number} word"\nmsgid_plural "{number} words"\n'
    assert look(tmp_path, entry + "".join(lines), tag="ar")[1] == []
    lines[4] = 'msgstr[4] "كلمة"\n'
    assert look(tmp_path, entry + "".join(lines), tag="ar")[1] == ["L005"]


def test_a_comment_in_a_template_guards_the_string_below_it() -> None:
    guarded = {one.one: one.guarded for one in messages()}
    assert guarded["Whoever finds the paper can read it. Fetch it from the printer at once."]
    assert guarded["Continue"]
    assert not guarded["Begin here"]
