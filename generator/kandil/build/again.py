"""A command that is asked the same of the same files answers as it did before, and does nothing.

Loaded before all else, so it imports nothing that it does not need for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from kandil.build.basis import Basis
from kandil.build.memo import Answer, Memo
from kandil.build.notes import NAMING
from kandil.build.outcome import Outcome, Row
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.problems import Place, Problem

WORDLESS = frozenset({"A105", "A203", "A204", "G004"})
"""Problems that quote no word of a course: all that may be kept of a sensitive one."""


def build_memo(request: Request) -> Memo:
    """Where the answer to this is kept."""
    bundled = (Path(value) for name, value in request.settings if name == "libraries")
    return Memo(request.dist, ("build", *_fields(request)), (*request.folders, *bundled))


def build_again(
    request: Request, build: Callable[[Basis | None], Outcome], memo: Memo | None = None
) -> Outcome:
    """What `build` answered the last time, if everything is as it was; else what it answers now,
    with what is left of earlier answers."""
    memo = memo or build_memo(request)
    if answer := memo.recall():
        return _outcome(answer)
    sources = memo.sources()
    basis = memo.basis(sources) if sources else None
    outcome = build(basis)
    holds = _settled(memo, basis, outcome.private)
    if sources and holds and outcome.built and _may_be_kept(outcome.problems, outcome.private):
        rows = [asdict(row) for row in outcome.rows]
        problems = _written(outcome.problems)
        answer = {"rows": rows, "problems": problems, "private": outcome.private}
        memo.keep(answer, sources, outcome.made)
    return outcome


def check_memo(beside: Path, asked: Asked, folders: Sequence[Path]) -> Memo:
    """Where the answer to this is kept."""
    return Memo(beside, ("check", asked, *folders), folders)


def check_again(
    beside: Path,
    asked: Asked,
    folders: Sequence[Path],
    check: Callable[[Basis | None], tuple[list[Problem], bool]],
    memo: Memo | None = None,
) -> list[Problem]:
    """The same of `kandil check`; `check` says too whether a course is sensitive, or may be."""
    memo = memo or check_memo(beside, asked, folders)
    if answer := memo.recall():
        return _problems(answer)
    sources = memo.sources()
    basis = memo.basis(sources) if sources else None
    problems, private = check(basis)
    holds = _settled(memo, basis, private)
    if sources and holds and _may_be_kept(problems, private):
        memo.keep({"problems": _written(problems), "private": private}, sources, {})
    return problems


def _settled(memo: Memo, basis: Basis | None, private: bool) -> bool:
    """Whether what a run has answered holds: nothing that it read was changed meanwhile."""
    holds = basis is not None and memo.unchanged(basis.sources)
    if basis:
        memo.loaded(basis.sources)
    if basis and private:
        basis.notes.clear()
    elif basis and holds:
        basis.notes.settle()
    elif basis:
        basis.notes.drop()
    return holds


def _fields(request: Request) -> Iterable[object]:
    return (getattr(request, name) for name in Request.__slots__)


def _may_be_kept(problems: Iterable[Problem], private: bool) -> bool:
    """No word of a sensitive course, and nothing that is said of contacts: they may be drafts."""
    for one in problems:
        if one.code in NAMING or Path(one.place.file).parent.name == "territories":
            return False
        if private and one.code not in WORDLESS:
            return False
    return True


def _written(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [asdict(problem) for problem in problems]


def _problems(answer: Answer) -> list[Problem]:
    return [Problem(**{**row, "place": Place(**row["place"])}) for row in answer["problems"]]


def _outcome(answer: Answer) -> Outcome:
    lists = ("left_out", "untranslated", "artefacts")
    rows = [Row(**{**row, **{name: tuple(row[name]) for name in lists}}) for row in answer["rows"]]
    return Outcome(rows, _problems(answer), built=True)
