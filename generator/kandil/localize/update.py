"""A new template meets the translations that exist (the work of `msgmerge`, on polib)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from hashlib import sha256

import polib

from kandil.localize.catalogue import SEGMENTS, new_po, state_of
from kandil.localize.entries import Key
from kandil.localize.plural import plural_in, plural_of
from kandil.values import dataclass

_TARGET = re.compile(r"\]\(([^()\s]*)\)")
_ALIKE = 0.6
"""How like its old self a changed sentence must be."""
_SAME_CONTEXT = 0.2
"""Added where both belong to one question."""
_BACK = 2.0
"""What was changed and changed back is likest of all."""
_REVIEW = re.compile(r"^reviewed: (.*)$", re.MULTILINE)
_WAS = re.compile(r"^was reviewed: (.*) \((\w+)\)\n?", re.MULTILINE)
"""A review that a changed source took away, with a fingerprint of the words that had it."""


@dataclass(slots=True)
class Update:
    """The merged file, and what became of its entries."""

    file: polib.POFile
    kept: int = 0
    changed: int = 0
    new: int = 0
    removed: int = 0


def update(
    template: polib.POFile,
    existing: polib.POFile | None,
    header: Mapping[str, str],
    memory: Mapping[str, str] | None = None,
) -> Update:
    """A file with the units of `template`, in their order, and all that translators wrote.

    `memory` gives reviewed words of other places for the same source: they come in as drafts.
    """
    old = {_key(entry): entry for entry in existing or () if not entry.obsolete}
    gone = {_key(entry): entry for entry in existing or () if entry.obsolete}
    result = Update(new_po())
    result.file.header = existing.header if existing else ""
    said = existing.metadata if existing else {}
    result.file.metadata = {**header, **said, "X-Segments": SEGMENTS}
    forms = _forms(result.file.metadata)
    fresh: list[polib.POEntry] = []
    for entry in template:
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(forms), "")
        before = old.pop(_key(entry), None) or gone.pop(_key(entry), None)
        if before:
            _carry(entry, before)
            result.kept += 1
        else:
            fresh.append(entry)
        result.file.append(entry)
    _moved(fresh, old, result)
    _similar(fresh, old, result)
    _remembered(fresh, memory or {})
    result.new = len(fresh)
    _retire(old, gone, result)
    return result


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _forms(metadata: Mapping[str, str]) -> int:
    """How many forms the file's own rule has; translation tools differ for some languages."""
    plural = plural_in(metadata.get("Plural-Forms", ""))
    return plural.forms if plural else plural_of(metadata.get("Language", "")).forms


def _carry(entry: polib.POEntry, before: polib.POEntry) -> None:
    """What translators and their tools wrote; roles and references are the template's."""
    entry.msgstr = before.msgstr
    if entry.msgid_plural and before.msgstr_plural:
        entry.msgstr_plural = before.msgstr_plural
    entry.tcomment = before.tcomment
    own = [flag for flag in before.flags if flag != "md-text"]
    entry.flags = [*own, *(flag for flag in entry.flags if flag not in own)]
    for name in ("previous_msgctxt", "previous_msgid", "previous_msgid_plural"):
        setattr(entry, name, getattr(before, name))
    if entry.previous_msgid == entry.msgid:
        _heal(entry)


def _heal(entry: polib.POEntry) -> None:
    """The source is again what was translated: all as before, if the words are the same."""
    entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    if not re.search("^origin:", entry.tcomment, re.MULTILINE):
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    was = _WAS.search(entry.tcomment)
    entry.tcomment = _WAS.sub("", f"{entry.tcomment}\n").rstrip("\n")
    if was and was[2] == _fingerprint(entry) and not entry.fuzzy:
        entry.tcomment = f"{entry.tcomment}\nreviewed: {was[1]}".lstrip("\n")


def _fingerprint(entry: polib.POEntry) -> str:
    return sha256(repr([entry.msgstr, *entry.msgstr_plural.values()]).encode()).hexdigest()[:8]


def _moved(fresh: list[polib.POEntry], old: dict[Key, polib.POEntry], result: Update) -> None:
    """The same words under another id, or with other addresses: nothing to translate anew."""
    waiting = {_bare(before.msgid): key for key, before in old.items()}
    for entry in list(fresh):
        key = waiting.pop(_bare(entry.msgid), None)
        if key is None:
            continue
        before = old.pop(key)
        targets = zip(_TARGET.findall(before.msgid), _TARGET.findall(entry.msgid), strict=True)
        _carry(entry, before)
        entry.msgstr = _redirected(before.msgstr, dict(targets))
        fresh.remove(entry)
        result.kept += 1


def _bare(source: str) -> str:
    return _TARGET.sub("]()", source)


def _redirected(words: str, targets: Mapping[str, str]) -> str:
    return _TARGET.sub(lambda link: f"]({targets.get(link[1], link[1])})", words)


def _similar(fresh: list[polib.POEntry], old: dict[Key, polib.POEntry], result: Update) -> None:
    """Pair what is left by likeness, the likest first."""
    pairs = []
    for number, entry in enumerate(fresh):
        for key, before in old.items():
            score = _likeness(entry, before)
            if score >= _ALIKE:
                pairs.append((-score, number, key))
    taken: set[int] = set()
    for _, number, key in sorted(pairs):
        if number in taken or key not in old:
            continue
        taken.add(number)
        _outdate(fresh[number], old.pop(key))
        result.changed += 1
    fresh[:] = [entry for number, entry in enumerate(fresh) if number not in taken]


def _likeness(entry: polib.POEntry, before: polib.POEntry) -> float:
    if bool(entry.msgid_plural) != bool(before.msgid_plural) or state_of(before) == "empty":
        return 0
    if before.previous_msgid == entry.msgid:
        return _BACK
    bonus = _SAME_CONTEXT if entry.msgctxt and entry.msgctxt == before.msgctxt else 0
    matcher = SequenceMatcher(None, before.msgid, entry.msgid, autojunk=False)
    if matcher.real_quick_ratio() + bonus < _ALIKE or matcher.quick_ratio() + bonus < _ALIKE:
        return 0
    return matcher.ratio() + bonus


def _outdate(entry: polib.POEntry, before: polib.POEntry) -> None:
    """Keep the words as `fuzzy`, say what they translated, and take the review away."""
    stale = before.previous_msgid is not None
    previous = before.previous_msgid if stale else before.msgid
    context = before.previous_msgctxt if stale else before.msgctxt
    plural = before.previous_msgid_plural if stale else before.msgid_plural or None
    _carry(entry, before)
    if previous == entry.msgid:
        _heal(entry)
        return
    entry.flags = ["fuzzy", *(flag for flag in entry.flags if flag != "fuzzy")]
    if _REVIEW.search(entry.tcomment):
        said = _WAS.sub("", f"{entry.tcomment}\n").rstrip("\n")
        entry.tcomment = _REVIEW.sub(rf"was reviewed: \1 ({_fingerprint(before)})", said)
    entry.previous_msgid, entry.previous_msgid_plural = previous, plural
    entry.previous_msgctxt = context if context != entry.msgctxt else None


def _remembered(fresh: list[polib.POEntry], memory: Mapping[str, str]) -> None:
    for entry in fresh:
        if not entry.msgid_plural and (words := memory.get(entry.msgid)):
            entry.msgstr, entry.tcomment = words, "origin: memory"
            entry.flags = ["fuzzy", *entry.flags]


def _retire(old: dict[Key, polib.POEntry], gone: dict[Key, polib.POEntry], result: Update) -> None:
    """What the source no longer has stays at the end, in case it comes back."""
    for entry in old.values():
        if state_of(entry) != "empty":
            entry.obsolete = True
            entry.occurrences, entry.comment = [], ""
            result.removed += 1
            result.file.append(entry)
    result.file.extend(gone.values())
