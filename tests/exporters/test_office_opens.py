"""LibreOffice opens the documents, in six scripts, and shows their words."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from unicodedata import category, normalize
from zipfile import ZipFile

import pytest
from folder import put
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors

WORDS = {
    "uk": ("Замок для телефону", "Замкніть його."),
    "ka": ("საკეტი ტელეფონისთვის", "ჩაკეტეთ."),
    "hy": ("Կողպեք հեռախոսի համար", "Կողպեք այն։"),
    "el": ("Κλειδαριά για τηλέφωνο", "Κλειδώστε το."),
    "kk": ("Телефонға арналған құлып", "Оны құлыптаңыз."),
    "ar": ("قفل للهاتف", "اقفله"),
}
"""Title and what to remember, by the locale of the edition."""
TITLE, REMEMBER = "A lock for a phone", "Lock it."
_YML = "id: two\ntitle: Locks\nmodules: [two-1]\ngates: {preview: {translated: 0}}\n"
_LESSON = f"""---
id: two-1
title: {TITLE}
---

## Key ideas

One sentence. Another sentence.

![A bar before a door](../images/bar.svg) <!-- inline -->

### Question: What opens a lock?

<!-- id: opens -->

- [x] A key
  > It fits.
- [ ] A spoon
  > It bends.

## Remember

{REMEMBER}

## Trainer: How to teach

The purple heron asks.
"""
_BAR = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" fill="none" \
stroke="currentColor" stroke-width="2.5">
<path class="accent" d="M10 50h90a9 9 0 0 1 9 9"/>
<text x="120" y="60" fill="currentColor" stroke="none" font-size="16">steel</text>
</svg>
"""
_PO = 'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
_NOTES = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'


def _translation(tag: str) -> str:
    pairs = zip((TITLE, REMEMBER), WORDS[tag], strict=True)
    return _PO.format(tag=tag) + "".join(
        f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in pairs
    )


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The words of each document as LibreOffice prints it, with the notes below their slides."""
    folder = tmp_path_factory.mktemp("office")
    files = {"images/bar.svg": _BAR} | {
        f"locales/{tag}/two/two-1.po": _translation(tag) for tag in WORDS
    }
    course = put(folder / "course", {"course.yml": _YML, "modules/two-1.md": _LESSON, **files})
    request = Request((course,), "preview", date(2026, 11, 24), (*WORDS,), ("office",), folder)
    assert errors(build(request).problems) == []
    for tag in WORDS:
        with ZipFile(folder / f"preview/trainers/two/two-{tag}-preview-office.zip") as archive:
            for name in archive.namelist():
                if name.startswith("two-1"):
                    (folder / f"{tag}-{name}").write_bytes(archive.read(name))
    _print(folder, "pdf", sorted(folder.glob("*.docx")))
    _print(folder, _NOTES, sorted(folder.glob("*.pptx")))
    return {path.stem: _said(path) for path in folder.glob("*.pdf")}


def _print(folder: Path, how: str, documents: list[Path]) -> None:
    """In a profile of its own: a second LibreOffice would hand its work to the first."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", how, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True, timeout=200)


def _said(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    signs = (sign for sign in normalize("NFKC", done.stdout) if category(sign) != "Cf")
    return " ".join("".join(signs).split())


@pytest.mark.parametrize("tag", WORDS)
def test_every_document_opens_with_its_words(tag: str, opened: dict[str, str]) -> None:
    title, remember = WORDS[tag]
    for kind in ("handout", "key", "slides"):
        assert title in opened[f"{tag}-two-1-{kind}"]
    for kind in ("handout", "slides"):
        assert remember in opened[f"{tag}-two-1-{kind}"]


@pytest.mark.parametrize("tag", WORDS)
def test_no_handout_shows_a_key_or_a_trainers_word(tag: str, opened: dict[str, str]) -> None:
    assert "A spoon" in opened[f"{tag}-two-1-handout"]
    for secret, kind in (("It fits.", "key"), ("purple heron", "slides")):
        assert secret not in opened[f"{tag}-two-1-handout"]
        assert secret in opened[f"{tag}-two-1-{kind}"]


@pytest.mark.parametrize("kind", ["handout", "slides"])
def test_a_drawing_is_shown_and_not_told(kind: str, opened: dict[str, str]) -> None:
    said = opened[f"uk-two-1-{kind}"]
    assert "steel" in said
    # The notes of a slide say all that is in the lesson.
    assert ("[A bar before a door]" in said) == (kind == "slides")


def test_notes_open_below_their_slides(opened: dict[str, str]) -> None:
    said = opened["uk-two-1-slides"]
    assert "Another sentence." in said and "It bends." in said
