"""The profile of an edition's territory: what it is called, what is spoken there, what a source
says of its national action plan, and the notes on its law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kandil.localize.locale import chain
from kandil.localize.words.formats import language_label
from kandil.localize.words.territory import Local
from kandil.model.blocks import Records
from kandil.model.help import Fact, Line
from kandil.model.territory import Profile, Record, Sure
from kandil.model.text import Text


def profile_of(local: Local, block: Records) -> Records | None:
    """None where the territory's file holds none."""
    territory, profile = local.territory, local.territory.profile
    if profile is None:
        return None
    notes = tuple(dated(local, one) for one in territory.law_notes)
    return Records(
        block.kind,
        block.place,
        tuple(_above(local, profile)),
        (_plan(local, profile), *notes),
        (*_status(local), *(caution(local) if notes else ())),
    )


def _above(local: Local, profile: Profile) -> Iterator[Line]:
    translate, territory = local.edition.translate, local.territory
    yield (*local.name(), *_other_names(local))
    if territory.languages:
        names = _names(local, territory.languages)
        yield local.line(translate("Main languages: {names}."), names=names)
    if profile.spoken_too:
        names = _names(local, profile.spoken_too)
        yield local.line(translate("Spoken there too: {names}."), names=names)


def _other_names(local: Local) -> Iterator[Text]:
    """In English and in the territory's main languages, each with its star."""
    territory, [own, *_] = local.territory, local.name()
    star, seen = "*" if territory.status_note else "", {own.plain}
    main = {"en", *(name for tag in territory.languages for name in chain(tag))}
    for tag, name in territory.names.items():
        if tag in main and name not in seen:
            seen.add(name)
            yield from (*local.line(" · "), *local.foreign(f"{name}{star}", tag))


def _names(local: Local, tags: Iterable[str]) -> Line:
    """Tags of one language in several countries are one name; one that the edition's language lacks
    is marked as a word of another."""
    named = dict.fromkeys(language_label(tag, local.edition.locale) for tag in tags)
    commas = ((*local.line(", "), *local.foreign(name, lang)) for name, lang in named)
    return tuple(piece for some in commas for piece in some)[1:]


def _plan(local: Local, profile: Profile) -> Fact:
    translate, record = local.edition.translate, profile.plan
    head = translate("National action plan on women, peace and security:")
    if not record.text:
        said = translate("not analysed in the source brief.")
        return _fact(local, record, local.line(f"{head} {said}"))
    words = local.line_of(record.text)
    sure = local.line(f" {_sure(local, profile.sure)}") if profile.sure else ()
    return _fact(local, record, (*local.line(f"{head} "), *words, *sure))


def _sure(local: Local, sure: Sure) -> str:
    translate = local.edition.translate
    if sure == "named":
        return translate("The source names this country.")
    if sure == "very high":
        return translate("The source does not name the country here; we are almost sure of it.")
    return translate("The source does not name the country here; we are fairly sure of it.")


def _status(local: Local) -> Line:
    note = local.line_of(local.territory.status_note)
    return (*local.line("* "), *note, *local.line(" ")) if note else ()


def caution(local: Local) -> Line:
    """What stands under every note on the law."""
    return local.line(local.edition.translate("Laws change. Ask a lawyer before you rely on this."))


def dated(local: Local, record: Record) -> Fact:
    """A record in the words of the edition, with its source and its last day."""
    return _fact(local, record, local.line_of(record.text))


def _fact(local: Local, record: Record, words: Line) -> Fact:
    [day] = local.day(record.expires)
    until = local.edition.translate("Good until {date}.").replace("{date}", day.plain)
    return Fact(words, record.source, record.year, until)
