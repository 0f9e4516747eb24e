from __future__ import annotations

import polib
import pytest
from handmade import text
from kandil.localize.catalogue import state_of
from kandil.localize.extract import header, template
from kandil.localize.update import Update, update
from kandil.model.text import Text

HEADER = header("x", "uk")


def made(*texts: Text) -> polib.POFile:
    return template("x", ((one, "modules/x.md") for one in texts))


def translated(one: Text, words: str, comment: str = "reviewed: AB 2026-01-31") -> polib.POFile:
    file = update(made(one), None, HEADER).file
    file[0].msgstr, file[0].tcomment = words, comment
    return polib.pofile(str(file), wrapwidth=-1)


def merged(new: Text, old: polib.POFile, memory: dict[str, str] | None = None) -> Update:
    return update(made(new), old, HEADER, memory)


def test_the_same_sentence_keeps_all() -> None:
    one = text("Wait a little.", 3)
    old = translated(one, "Зачекайте.", "a note\nreviewed: AB 2026-01-31")
    old[0].flags.append("no-wrap")
    result = merged(text("Wait a little.", 90), old)
    (entry,) = result.file
    assert (entry.msgstr, state_of(entry)) == ("Зачекайте.", "reviewed")
    assert entry.tcomment == "a note\nreviewed: AB 2026-01-31"
    assert entry.flags == ["no-wrap"]
    assert entry.occurrences == [("modules/x.md", "90")]
    assert (result.kept, result.changed, result.new, result.removed) == (1, 0, 0, 0)


def test_a_changed_sentence_is_outdated_and_loses_its_review() -> None:
    old = translated(
        text("When a feeling is strong, we act fast."),
        "Діємо швидко.",
        "my note\nreviewed: AB 2026-01-31",
    )
    result = merged(text("When a feeling is strong, we act quickly."), old)
    (entry,) = result.file
    assert state_of(entry) == "outdated"
    assert entry.previous_msgid == "When a feeling is strong, we act fast."
    note, was = entry.tcomment.split("\n")
    assert note == "my note" and was.startswith("was reviewed: AB 2026-01-31 (")
    assert result.changed == 1
    assert '#| msgid "When a feeling is strong, we act fast."' in str(result.file)


def reread(result: Update) -> polib.POFile:
    """As the next run finds it on the disk."""
    return polib.pofile(str(result.file), wrapwidth=-1)


@pytest.mark.parametrize("more", ["We walk quickly, then.", "We walk fast and never stop."])
def test_a_change_that_is_undone_brings_the_review_back(more: str) -> None:
    first = text("We walk fast, then rest.")
    away = reread(
        merged(text(more), translated(first, "Ідемо швидко.", "note\nreviewed: CD 2026-02-01"))
    )
    (entry,) = merged(first, away).file
    assert state_of(entry) == "reviewed"
    assert entry.tcomment == "note\nreviewed: CD 2026-02-01"
    assert not entry.previous_msgid


def test_words_that_were_changed_meanwhile_are_not_reviewed() -> None:
    first = text("We walk fast, then rest.")
    away = reread(merged(text("We run fast, then rest."), translated(first, "Ідемо швидко.")))
    away[0].msgstr = "Біжимо."
    (entry,) = merged(first, away).file
    assert (state_of(entry), entry.tcomment) == ("translated", "")


def test_a_draft_whose_source_comes_back_is_a_draft() -> None:
    first = text("We walk fast, then rest.")
    draft = translated(first, "Ідемо.", "origin: machine (x)")
    draft[0].flags.append("fuzzy")
    away = reread(merged(text("We run fast, then rest."), draft))
    assert state_of(away[0]) == "outdated"
    assert state_of(merged(first, away).file[0]) == "draft"


def test_an_entry_that_names_its_own_source_as_the_previous_one_is_healed() -> None:
    first = text("We walk fast.")
    old = translated(first, "Ідемо швидко.", "")
    old[0].flags.append("fuzzy")
    old[0].previous_msgid = first.source
    assert state_of(merged(first, old).file[0]) == "translated"


def test_changed_twice_keeps_what_the_words_translated() -> None:
    old = translated(text("We act fast when we feel."), "Діємо швидко.")
    once = merged(text("We act quickly when we feel."), old).file
    twice = merged(text("We act very quickly when we feel."), once).file
    assert twice[0].previous_msgid == "We act fast when we feel."


def test_another_sentence_is_new_and_the_old_one_obsolete() -> None:
    result = merged(text("Something else entirely."), translated(text("Wait."), "Зачекайте."))
    new, old = result.file
    assert state_of(new) == "empty"
    assert old.obsolete
    assert (result.new, result.removed) == (1, 1)
    back = merged(text("Wait."), polib.pofile(str(result.file), wrapwidth=-1))
    assert state_of(back.file[0]) == "reviewed"


def test_a_link_whose_target_alone_changed_is_carried_over() -> None:
    old = translated(text("Read [this](siu-2.md)."), "Читайте [це](siu-2.md).")
    (entry,) = merged(text("Read [this](siu-3.md#top)."), old).file
    assert (entry.msgstr, state_of(entry)) == ("Читайте [це](siu-3.md#top).", "reviewed")


def test_a_question_that_got_an_id_keeps_its_words() -> None:
    old = translated(text("Which one?"), "Яке?")
    (entry,) = merged(text("Which one?", context="strongest"), old).file
    assert (entry.msgctxt, state_of(entry)) == ("strongest", "reviewed")


def test_the_same_question_counts_as_nearer() -> None:
    old = translated(text("Yes, a name is weak", context="q"), "Так")
    (entry,) = merged(text("No: a date is weak", context="q"), old).file
    assert state_of(entry) == "outdated"


def test_reviewed_words_of_another_place_are_a_draft() -> None:
    (entry,) = merged(text("Wait."), made(), {"Wait.": "Зачекайте."}).file
    assert (entry.msgstr, entry.tcomment, state_of(entry)) == (
        "Зачекайте.",
        "origin: memory",
        "draft",
    )


def test_nothing_changes_when_nothing_changed() -> None:
    once = merged(text("Wait."), translated(text("Wait."), "Зачекайте.")).file
    assert str(merged(text("Wait."), polib.pofile(str(once), wrapwidth=-1)).file) == str(once)


def test_a_files_own_header_stays() -> None:
    old = translated(text("Wait."), "Зачекайте.")
    old.metadata["Last-Translator"] = "AB"
    old.metadata["Plural-Forms"] = "nplurals=1; plural=0;"
    old.metadata["X-Segments"] = "0"
    said = merged(text("Wait."), old).file.metadata
    assert (said["Last-Translator"], said["X-Segments"]) == ("AB", "1")
    assert said["Plural-Forms"] == "nplurals=1; plural=0;"


def test_plurals_get_as_many_forms_as_the_rule_has() -> None:
    new = polib.POFile(wrapwidth=-1)
    new.append(polib.POEntry(msgid="{number} word", msgid_plural="{number} words"))
    (entry,) = update(new, None, HEADER).file
    assert entry.msgstr_plural == {0: "", 1: "", 2: ""}
