"""Addresses that a trainer may write, and their one form in the model."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from kandil.model.course import TERM
from kandil.problems import Place, Problem
from kandil.read.inline.anchors import own_anchor
from kandil.read.source.addresses import percent_encoded

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")
_PICTURE = re.compile(r"\.(?:png|jpe?g|webp|svg|gif)$", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x1f\x7f]")
LESSONS = "modules"
"""Where lessons lie in the course's folder; addresses in them start there, and in banks beside."""
GLOSSARY = "glossary.md"
"""It lies in the course's folder itself, and so its addresses start there."""


def read_link(address: str, place: Place, base: str = LESSONS) -> tuple[str, list[Problem]]:
    """`siu-2.md#top` becomes `siu-2#top`; outside only `http` and `https` are let through.

    `base`: the folder of the file, in that of the course; empty for the glossary.
    """
    plain = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(plain)
    if scheme or plain.startswith("//"):
        if scheme and scheme[0].lower() in ("http:", "https:"):
            return percent_encoded(_HIDDEN.sub("", address).strip()), []
        name = scheme[0] if scheme else "//"
        hint = f"Link to a lesson, {_example(base)}, or to a page that begins with 'https://'."
        if len(name) == len("C:") and plain.endswith(".md"):
            hint = f"Write '{_lesson(plain, base)}'."
        return "", [Problem("M002", place, f"A link may not begin with '{name}'", hint)]
    plain = _HIDDEN.sub("", address).strip()
    if plain.lower().startswith("www."):
        hint = f"Write the whole address: 'https://{plain}'."
        return "", [Problem("M004", place, f"'{plain}' is no lesson of this course", hint)]
    if "\\" in plain:
        return "", [_backslash("M004", plain, _lesson(plain, base), place)]
    path, _, anchor = plain.partition("#")
    end = f"#{own_anchor(unquote(anchor))}" if anchor else ""
    if not path and (base or not end):
        return end, [] if end else [_nowhere(address, place, base)]
    whole = posixpath.normpath(posixpath.join(base, unquote(path or GLOSSARY)))
    if whole.startswith(("..", "/")):
        return "", [_outside(address, place)]
    if whole == GLOSSARY and anchor:
        return f"#{TERM}{unquote(anchor)}", []
    if posixpath.dirname(whole) != LESSONS or not whole.endswith(".md"):
        return "", [_nowhere(address, place, base)]
    return posixpath.basename(whole)[:-3] + end, []


def read_path(address: str, place: Place, base: str = LESSONS) -> tuple[str, list[Problem]]:
    """The path of an image, relative to the course folder."""
    plain = _UNSEEN.sub("", address)
    if _SCHEME.match(plain) or plain.startswith("//"):
        up = "../" if base else ""
        hint = f"Put the picture into the course's folder 'images': '![words]({up}images/map.png)'."
        return "", [Problem("M002", place, "A picture must lie in the course folder", hint)]
    plain = _HIDDEN.sub("", address).strip()
    if "\\" in plain:
        return "", [_backslash("M006", plain, plain.replace("\\", "/"), place)]
    whole = posixpath.normpath(posixpath.join(base, unquote(plain)))
    if whole.startswith(("..", "/")):
        return "", [_outside(address, place)]
    return whole, []


def _backslash(code: str, plain: str, right: str, place: Place) -> Problem:
    message = f"The parts of '{plain}' stand between signs '/'"
    return Problem(code, place, message, f"Write '{right}'.")


def _lesson(written: str, base: str) -> str:
    """An address with backslashes as it must be: of a lesson, no more than its file."""
    whole = written.replace("\\", "/")
    path, _, anchor = whole.partition("#")
    name = posixpath.basename(path)
    if not name.endswith(".md") or name == GLOSSARY:
        return whole
    return (name if base else f"{LESSONS}/{name}") + (f"#{anchor}" if anchor else "")


def _outside(address: str, place: Place) -> Problem:
    hint = "Move the file into the course folder and link to it there."
    return Problem("M003", place, f"'{address}' leaves the course folder", hint)


def _example(base: str) -> str:
    return f"'[words]({'' if base else f'{LESSONS}/'}siu-2.md)'"


def _nowhere(address: str, place: Place, base: str) -> Problem:
    near = "a heading, '(#remember)'" if base else "a term, '(#passkey)'"
    hint = f"Link to a lesson by its file, {_example(base)}, or to {near}."
    if _PICTURE.search(address):
        hint = f"For a picture write '![words]({address})', with its '!' right before the bracket."
    message = f"'{address}' is no lesson of this course" if address else "This link has no address"
    return Problem("M004", place, message, hint)
