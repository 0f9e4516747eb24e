"""The file of a territory, and that of the services which work anywhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from kandil.model.edition import Kind
from kandil.model.territory import (
    Channel,
    Contact,
    Evidence,
    Extension,
    Profile,
    Record,
    Territory,
    Verification,
)
from kandil.paths import own_locales, replaced_territories, territory_files
from kandil.problems import Place, Problem
from kandil.read.source.settings import read_settings_of
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import Document, read_yaml
from kandil.read.source.yaml_nodes import Path as Key
from kandil.territory.file import (
    ChannelFile,
    ContactFile,
    ProfileFile,
    RecordFile,
    TerritoryFile,
)
from kandil.territory.records import PROFILE

WORLD = "001"
"""The whole world, as CLDR writes it."""
_NOTED = re.compile("^status_note:", re.MULTILINE)
"""Few files need to be read as a whole for it."""
INTERNATIONAL = "international"
"""Stem of the file whose contacts stand in every territory."""


def read_territory(folder: Path, code: str) -> tuple[Territory | None, list[Problem]]:
    """The territory `code` as the course in `folder` sees it: the project's own file first."""
    files = territory_files(folder)
    known = sorted(name for name in files if name != INTERNATIONAL)
    if code not in known:
        hint = _known({name: files[name] for name in known})
        message = f"There is no file 'locales/territories/{code}.yml'"
        return None, [Problem("H001", Place(folder.as_posix()), message, hint)]
    territory, problems = read_file(files[code])
    if INTERNATIONAL not in files or territory is None:
        return territory, problems
    world, found = read_file(files[INTERNATIONAL])
    more = world.contacts if world else ()
    return replace(territory, contacts=territory.contacts + more), problems + found


def _known(files: Mapping[str, Path]) -> str:
    """A hint that says each code with its English name, and the note that a name needs."""
    if not files:
        return "Make a file 'locales/territories/XX.yml'."
    named, notes = [], ""
    for code, path in files.items():
        territory = read_file(path)[0]
        name = territory.names.get("en", "") if territory else ""
        note = territory.status_note.get("en", "") if territory else ""
        named.append(f"{code} ({name}{'*' if note else ''})" if name else code)
        notes += f" * {note}" if note else ""
    return f"Known: {', '.join(named)}.{notes}"


def footnoted(folder: Path) -> list[Territory]:
    """The territories whose names need a note wherever they stand."""
    found = []
    for path in territory_files(folder).values():
        text, problems = read_text(path, path.as_posix())
        territory = _read(path, text)[0] if _NOTED.search(text) and not problems else None
        found += [territory] if territory and territory.status_note else []
    return found


def own_problems(folder: Path) -> list[Problem]:
    """What is wrong with the project's own files, whichever of them a build asks for."""
    own = own_locales(folder)
    files = sorted((own / "territories").glob("*.yml")) if own else []
    found = [problem for file in files for problem in read_file(file)[1]]
    return found + replaced_problems(folder)


def replaced_problems(
    folder: Path, codes: Collection[str] = (), kind: Kind = "preview"
) -> list[Problem]:
    """H030, in a release H031, for each file in place of Kandil's; `codes`: only of these."""
    found = []
    for code, (own, ours) in replaced_territories(folder).items():
        if codes and code not in codes:
            continue
        message = f"This file takes the place of Kandil's '{ours.as_posix()}'"
        hint = (
            "Compare the two: its contacts are shown, and Kandil's are not. "
            "If that is meant, build with '--own-territories'."
        )
        code = "H031" if kind == "release" else "H030"
        found.append(Problem(code, Place(own.as_posix()), message, hint))
    return found


def read_file(path: Path) -> tuple[Territory | None, list[Problem]]:
    """One file; None where it cannot be read."""
    text, problems = read_text(path, path.as_posix())
    if problems:
        return None, problems
    territory, found = _read(path, text)
    return territory, [*found]


@lru_cache(64)
def _read(path: Path, text: str) -> tuple[Territory | None, tuple[Problem, ...]]:
    """Remembered, since a check reads a file for each build that it looks ahead to."""
    source = Source(path.as_posix(), tuple(text.split("\n")))
    document = read_yaml(source)
    meta, problems = read_settings_of(TerritoryFile, document, source)
    if meta is None:
        return None, tuple(problems)
    reader = _Reader(source, document, problems)
    reader.named(path, meta)
    return reader.territory(meta), tuple(problems)


class _Reader:
    """Turns typed YAML into what later rooms see, each part with its place."""

    def __init__(self, source: Source, document: Document, problems: list[Problem]):
        self.source, self.document, self.problems = source, document, problems
        self.ids: set[str] = set()

    def place(self, *key: str | int) -> Place:
        """Where a value stands, or the nearest one above it."""
        path: Key = key
        while path and path not in self.document.values:
            path = path[:-1]
        return self.source.place(*self.document.values.get(path, (0, 0)))

    def named(self, path: Path, meta: TerritoryFile) -> None:
        """A file copied to another name would give its numbers to another country."""
        wanted = WORLD if path.stem == INTERNATIONAL else path.stem
        if meta.territory != wanted:
            message = f"This file is for '{meta.territory}', and its name says '{path.stem}'"
            hint = f"Write 'territory: \"{wanted}\"', or give the file its right name."
            self.problems.append(Problem("H014", self.place("territory"), message, hint))

    def safe(self, address: str, *key: str) -> str:
        """An address that a browser opens safely."""
        if address and not address.startswith("https://"):
            message = f"'{address}' cannot be the value of '{key[-1]}'"
            hint = "Write an address that begins with 'https://', or remove the line."
            self.problems.append(Problem("C003", self.place(*key), message, hint))
        return address

    def territory(self, meta: TerritoryFile) -> Territory:
        """The whole file."""
        return Territory(
            code=meta.territory,
            names=meta.names,
            place=self.place("territory"),
            status_note=meta.status_note,
            areas=meta.areas,
            contacts=tuple(self.contact(i, one, meta) for i, one in enumerate(meta.contacts)),
            exit_online=self.safe(meta.exit.online, "exit", "online"),
            updates=self.safe(meta.updates, "updates"),
            facts=self.records("facts", meta.facts),
            law_notes=self.records("law_notes", meta.law_notes),
            languages=tuple(meta.languages),
            profile=self.profile(meta.profile) if meta.profile else None,
        )

    def contact(self, index: int, meta: ContactFile, above: TerritoryFile) -> Contact:
        """One service."""
        place = self.place("contacts", index, "id")
        if meta.id in self.ids:
            message = f"Two contacts have the id '{meta.id}'"
            self.problems.append(Problem("C006", place, message, "Give one of them another id."))
        self.ids.add(meta.id)
        if meta.territory and meta.territory != above.territory:
            message = f"This contact is of '{meta.territory}', and its file of '{above.territory}'"
            where = self.place("contacts", index, "territory")
            hint = f"Move it to '{meta.territory}.yml'."
            self.problems.append(Problem("H014", where, message, hint))
        return Contact(
            id=meta.id,
            names=meta.names,
            place=place,
            status=meta.status,
            channels=tuple(self.channel(index, i, one) for i, one in enumerate(meta.channels)),
            kinds=tuple(meta.kinds),
            operator=meta.operator.name if meta.operator else "",
            run_by=meta.operator.type if meta.operator else "",
            service_area=tuple(meta.service_area),
            not_valid_in=tuple(meta.not_valid_in),
            min_age=meta.audience.min_age,
            women_only=meta.audience.gender == "women",
            groups=tuple(meta.audience.groups),
            languages=tuple(meta.languages),
            deaf=meta.access.deaf,
            anonymity=meta.anonymity,
            recording=meta.recording,
            reporting=meta.mandatory_reporting.applies,
            on_bill=meta.appears_on_bill,
            risks=meta.risk_notes,
            evidence=_evidence(meta),
            verification=self.verification(index, meta),
            extension=_extension(meta),
            review_after=meta.review_after_days,
            replaces=tuple(meta.replaces),
        )

    def channel(self, contact: int, index: int, meta: ChannelFile) -> Channel:
        """One way; a number that is only in `value` would escape the checks of numbers."""
        key = "display" if meta.type == "phone" else "value"
        address = getattr(meta, key)
        if not address:
            place = self.place("contacts", contact, "channels", index)
            hint = f"Add '{key}: …' with its number or address."
            self.problems.append(Problem("C002", place, f"'{key}' is missing", hint))
        return Channel(
            type=meta.type,
            address=address or "",
            place=self.place("contacts", contact, "channels", index, key),
            e164=meta.e164 or "",
            from_abroad=meta.from_abroad or "",
            cost=meta.cost,
            networks=meta.networks,
            hours=meta.hours,
            tz=meta.tz,
        )

    def verification(self, index: int, meta: ContactFile) -> Verification | None:
        """Who made sure, and when."""
        if not meta.verification:
            return None
        found = meta.verification
        place = self.place("contacts", index, "verification", "on")
        return Verification(found.on, found.method, found.by, found.second_by, place)

    def records(self, key: str, found: list[RecordFile]) -> tuple[Record, ...]:
        """Figures, or notes on the law."""
        return tuple(self.record(one, key, index) for index, one in enumerate(found))

    def record(self, meta: RecordFile, key: str, index: int) -> Record:
        """One of them; only a draft may wait for somebody to read its page."""
        place, draft = self.place(key, index), meta.status == "draft"
        if meta.checked is None and not draft:
            self.missing(place, "checked", "2026-11-24")
        return Record(
            id=meta.id,
            text=meta.text,
            year=meta.year,
            source=meta.source,
            url=meta.url,
            checked=meta.checked,
            expires=meta.expires,
            place=place,
            draft=draft,
        )

    def profile(self, meta: ProfileFile) -> Profile:
        """What a source says of the territory's plan; how sure that is stands beside it."""
        place = self.place("profile", "source")
        if meta.plan and not meta.sure:
            self.missing(self.place("profile", "plan"), "sure", "high")
        plan = Record(
            id=PROFILE,
            text=meta.plan,
            year=meta.year,
            source=meta.source,
            url=self.safe(meta.url, "profile", "url"),
            checked=meta.checked,
            expires=meta.expires,
            place=place,
        )
        return Profile(plan, meta.sure, tuple(meta.spoken_too))

    def missing(self, place: Place, key: str, example: str) -> None:
        """A key that only some need."""
        hint = f"Add a line '{key}: {example}'."
        self.problems.append(Problem("C002", place, f"'{key}' is missing", hint))


def _evidence(meta: ContactFile) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(one.url, one.publisher, one.source, tuple(one.states)) for one in meta.evidence
    )


def _extension(meta: ContactFile) -> Extension | None:
    found = meta.extension
    return Extension(found.on, found.by, found.reason) if found else None
