"""The words of the pages, with the states and gates of course text (`rulings.md` 27)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from kandil.localize.catalogue import Catalogue, read_catalogue
from kandil.localize.checks import PLACEHOLDER, length, marks, placeholders
from kandil.localize.coverage import cover
from kandil.localize.doubts import no_translation, shortened, usual_length
from kandil.localize.entries import Entry, State
from kandil.localize.folders import interface_file
from kandil.localize.locale import Language, chain
from kandil.localize.messages import Message, messages
from kandil.localize.plural import Plural, plural_of
from kandil.localize.pseudo import pseudo_words
from kandil.model.edition import Coverage, Kind, Translate
from kandil.problems import Problem, errors
from kandil.values import dataclass

SOURCE = "en"
"""Language of the templates and of `ui.po`'s `msgid`."""
NUMBER = "{number}"
"""What picks a plural form."""


@dataclass(frozen=True, slots=True)
class Interface:
    """What an edition speaks with."""

    translate: Translate
    plural: Callable[[str, str, int], str]
    coverage: Coverage | None = None
    """None where nothing is to translate."""
    drafts: bool = False


@dataclass(slots=True)
class _Shown:
    """The forms of each message, and the rule that picks one."""

    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rules: dict[str, Plural] = field(default_factory=dict)

    def translate(self, words: str) -> str:
        """A message without a number; English where it is missing."""
        found = self.forms.get(words, (words,))
        return found[0]

    def plural(self, one: str, many: str, number: int) -> str:
        """A message for a number."""
        if one not in self.rules:
            return one if number == 1 else many
        forms = self.forms[one]
        return forms[min(self.rules[one].index(number), len(forms) - 1)]


def interface(
    language: Language, kind: Kind, folders: tuple[Path, ...]
) -> tuple[Interface, list[Problem]]:
    """The words of `ui.po`; nothing falls back to a third language, which no page would mark."""
    if language.pseudo:
        tag = language.tag
        return Interface(partial(pseudo_words, tag), partial(_pseudo_plural, tag)), []
    if speaks_english(language.tag):
        empty = _Shown()
        return Interface(empty.translate, empty.plural), []
    names = chain(language.tag)
    files = tuple((tag, interface_file(folder, tag)) for tag in names for folder in folders)
    words, problems = _spoken(language.tag, kind, files, tuple(map(_sum, files)))
    return words, list(problems)


def _sum(file: tuple[str, Path]) -> bytes:
    try:
        return sha256(file[1].read_bytes()).digest() if file[1].is_file() else b""
    except OSError:
        return b""


@lru_cache(32)
def _spoken(
    tag: str, kind: Kind, files: tuple[tuple[str, Path], ...], sums: tuple[bytes, ...]
) -> tuple[Interface, tuple[Problem, ...]]:
    """Once for all parts of a course: `sums` tell one content of the files from another."""
    catalogues, problems = [], []
    for name, path in files:
        catalogue, found = read_catalogue(path)
        catalogues.append(replace(catalogue, plural=catalogue.plural or plural_of(name)))
        problems += found
    return _choose(catalogues, kind, tag, problems), tuple(problems)


def speaks_english(tag: str) -> bool:
    """Whether the words of the templates serve as they are."""
    return SOURCE in chain(tag)


def _choose(
    catalogues: list[Catalogue], kind: Kind, tag: str, problems: list[Problem]
) -> Interface:
    shown, counted, drafts = _Shown(), [], False
    usual = _usual(catalogues, kind, tag)
    for message in messages():
        state: State = "empty"
        for catalogue in catalogues:
            entry = catalogue.entries.get(("", message.one))
            if entry is None or catalogue.plural is None:
                continue
            found: tuple[Problem, ...] = ()
            if entry.shown(kind):
                found = check_message(message, entry, catalogue.plural, tag, usual)
            problems += found
            if entry.shown(kind) and not errors(found):
                state = entry.state
                shown.forms[message.one] = entry.words
                if message.many:
                    shown.rules[message.one] = catalogue.plural
                break
            if not entry.shown(kind) and state == "empty":
                state = entry.state
        unread = message.one in shown.forms and _unread(message, state)
        drafts = drafts or (unread and message.counts)
        if message.counts:
            counted.append((message.words, state, message.guarded))
    return Interface(shown.translate, shown.plural, cover(counted), drafts)


def _usual(catalogues: list[Catalogue], kind: Kind, tag: str) -> float:
    entries = (entry for catalogue in catalogues for entry in catalogue.entries.values())
    pairs = ((entry.source, entry.words[0]) for entry in entries if entry.shown(kind))
    return usual_length(pairs, tag)


def _unread(message: Message, state: State) -> bool:
    return state == "draft" or (message.guarded and state == "translated")


def _pseudo_plural(tag: str, one: str, many: str, number: int) -> str:
    return pseudo_words(tag, one if number == 1 else many)


def _of_one(plural: Plural, index: int) -> bool:
    """A form of a single number may say it in words (Arabic: "two attempts" is one word)."""
    return sum(plural.index(number) == index for number in range(201)) == 1


@lru_cache(4096)
def check_message(
    message: Message, entry: Entry, plural: Plural, tag: str, usual: float
) -> tuple[Problem, ...]:
    """Placeholders, markup, length, direction marks, the number of plural forms, and whether it is
    a translation into the language `tag` at all; `usual` is how long they are elsewhere.

    Remembered, since a check asks for the words of a page in each build that it looks ahead to.
    """
    where = f"The source stands in {message.file}:{message.line}."
    sources = (message.one, message.many) if message.many else (message.one,)
    pairs: list[tuple[str, str]] = []
    for index, words in enumerate(entry.words):
        source = sources[min(index, len(sources) - 1)]
        wanted, kept = set(PLACEHOLDER.findall(sources[-1])), set(PLACEHOLDER.findall(words))
        if kept != wanted and not (kept == wanted - {NUMBER} and _of_one(plural, index)):
            pairs += placeholders(source, words)
        if words.count("<") > source.count("<") or words.count("&") > source.count("&"):
            pairs.append(("L008", "The translation has markup that the source does not have"))
        pairs += [*length(source, words, 20), *marks(words)]
        pairs += no_translation((source,), (words,), tag, False)
        pairs += shortened((source,), (words,), usual, source, words)
    if message.many and len(entry.words) != plural.forms:
        count = f"{len(entry.words)} of {plural.forms}"
        pairs.append(("L015", f"This message has {count} plural forms"))
    told = dict.fromkeys(pairs)
    return tuple(Problem(code, entry.place, words, where) for code, words in told)
