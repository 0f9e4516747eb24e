"""Whether a `.h5p` file is one that H5P's importers take: the rules of PHP's core and of Lumi's
server, which agree on nearly all, and the tables of this project for what is inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kandil.exporters._h5p.bundle import ALLOWED, needs
from kandil.exporters._h5p.libraries import LIBRARIES
from kandil.exporters._h5p.package import BODY, HEAD, IMAGES, LICENCES, VERSIONS
from kandil.exporters._h5p.shape import faults_of, subcontents
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents, UnreadableError, nested

Told: TypeAlias = Mapping[str, object]
_HINT = "Do not use this copy: it is damaged, or somebody changed it. Build the package again."
_PICTURE = re.compile(r"content/images/[\w.-]+\.(?:png|jpe?g|gif)")
LIBRARY = re.compile(r"([^/]+)-(\d+\.\d+)/library\.json")
_RULES: Mapping[str, re.Pattern[str]] = {
    "title": re.compile(r".{1,255}"),
    "language": re.compile(r"[-a-zA-Z]{1,10}"),
    "mainLibrary": re.compile(r"[$a-zA-Z_][0-9a-zA-Z_.$]{1,254}"),
}
"""Of the strings that must be there."""
_NAMES = frozenset((*LICENCES.values(), "GNU GPL", "PD", "ODC PDDL", "CC PDM", "U", "C"))


def check_package(name: str, content: bytes) -> Iterator[Problem]:
    """V006 for what the file says of itself, V046 for a content of another shape, V002 for a
    picture and V047 for a library that is not there, V042 for what no package has, V007 for no
    archive."""
    try:
        with nested(content) as parts:
            yield from _check(name, parts)
    except UnreadableError as fault:
        yield Problem(fault.code, Place(name), f"It cannot be read: {fault}", _HINT)


def _check(name: str, parts: Contents) -> Iterator[Problem]:
    for code, file, words in _faults(parts):
        yield Problem(code, Place(f"{name}/{file}"), words, _HINT)


def _faults(parts: Contents) -> Iterator[tuple[str, str, str]]:
    head, body = (_read(parts, one) for one in (HEAD, BODY))
    for file, told in ((HEAD, head), (BODY, body)):
        if told is None:
            yield "V006", file, "it is missing, or no JSON object"
    if head is None or body is None:
        return
    for words in (*_strings(head), *_licence(head), *_dependencies(head, body)):
        yield "V006", HEAD, words
    if (main := _main(head)) in LIBRARIES:
        for path, fault in faults_of(body, LIBRARIES[main], LIBRARIES):
            yield "V046", BODY, f"{path}: {fault}"
    yield from _pictures(parts, body)
    yield from _strange(parts)
    yield from _needs(parts, _named(head) or set())


def _read(parts: Contents, name: str) -> Told | None:
    try:
        told = json.loads(parts.read(name)) if name in parts else None
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _strings(head: Told) -> Iterator[str]:
    for key, rule in _RULES.items():
        if not rule.fullmatch(str(head.get(key, ""))) or not isinstance(head[key], str):
            yield f"'{key}' is missing, or not as H5P has it"
    embedded = head.get("embedTypes")
    if not isinstance(embedded, list) or not embedded or {*embedded} - {"iframe", "div"}:
        yield "'embedTypes' is not a list of 'iframe' and 'div'"


def _licence(head: Told) -> Iterator[str]:
    if head.get("license", "U") not in _NAMES:
        yield f"'{head['license']}' is none of H5P's licences"
    if head.get("licenseVersion", "4.0") not in VERSIONS:
        yield f"'{head['licenseVersion']}' is no version of a licence"


def _dependencies(head: Told, body: Told) -> Iterator[str]:
    """The main library is looked up there, and a player waits for ever for one that is not named;
    what no content uses may not be installed, and the file would be refused for nothing."""
    named = _named(head)
    used = {_main(head), *(str(one["library"]) for one in subcontents(body))}
    if named is None:
        yield "'preloadedDependencies' is not a list of libraries with two numbers each"
        return
    for one in sorted(used - named):
        yield f"the library '{one}' is used and not among the dependencies"
    for one in sorted(named - used):
        yield f"the dependency '{one}' is not used"
    for one in sorted(named - LIBRARIES.keys()):
        yield f"no package of Kandil's has the library '{one}'"


def _named(head: Told) -> set[str] | None:
    """As contents name them; None where one of them is not as it must be."""
    found = head.get("preloadedDependencies")
    names = set()
    for one in found if isinstance(found, list) else [None]:
        match one:
            case {"machineName": str(name), "majorVersion": int(major), "minorVersion": int(minor)}:
                names.add(f"{name} {major}.{minor}")
            case _:
                return None
    return names


def _main(head: Told) -> str:
    """The main library with the version that the dependencies give it."""
    name = str(head.get("mainLibrary"))
    with_number = (one for one in _named(head) or () if one.startswith(f"{name} "))
    return next(with_number, name)


def _pictures(parts: Contents, body: Told) -> Iterator[tuple[str, str, str]]:
    named = {f"content/{one}" for one in _paths(body)}
    for one in sorted(named):
        if one not in parts:
            yield "V002", BODY, f"the picture '{one}' is not there"
    for one in parts.names:
        if one.startswith(IMAGES) and one not in named:
            yield "V004", one, "no content names this picture"


def _paths(value: object) -> Iterator[str]:
    match value:
        case {"path": str(path), "mime": str()}:
            yield path
        case dict():
            for inner in value.values():
                yield from _paths(inner)
        case list():
            for inner in value:
                yield from _paths(inner)


def _needs(parts: Contents, named: set[str]) -> Iterator[tuple[str, str, str]]:
    """With libraries in it all must be in it; without any the system has them."""
    lists = [one for one in parts.names if LIBRARY.fullmatch(one)]
    there = {LIBRARY.sub(r"\1 \2", one) for one in lists}
    wanted = dict.fromkeys(sorted(named, reverse=True), HEAD)
    for name in lists:
        told = needs(_read(parts, name) or {})
        if told is None:
            yield "V006", name, "its dependencies are not as H5P has them"
        wanted |= dict.fromkeys(told or (), name)
    for one in sorted(wanted.keys() - there) if lists else ():
        yield "V047", wanted[one], f"the library '{one}' is needed and not in the file"


def _strange(parts: Contents) -> Iterator[tuple[str, str, str]]:
    """An importer refuses the whole file for one of a kind that it does not know, and passes over
    what begins with a dot or a line."""
    for one in parts.names:
        library, _, inner = one.partition("/")
        if one in (HEAD, BODY) or _PICTURE.fullmatch(one):
            continue
        if library == "content" or not inner or not ALLOWED.fullmatch(one):
            yield "V042", one, "no package of Kandil's has a file of this kind"
        elif f"{library}/library.json" not in parts:
            yield "V004", one, "its folder has no 'library.json', so that it is no library"
