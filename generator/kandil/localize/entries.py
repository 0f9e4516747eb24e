"""A translation in one of five states (`rulings.md` 28).

empty: no words. draft: `fuzzy`, whatever made it so. outdated: `fuzzy`, with another source behind
`#|`; never shown. translated: not `fuzzy`. reviewed: also `# reviewed: AB 2026-01-31`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from kandil.model.edition import Kind
from kandil.model.folding import blank
from kandil.problems import Place
from kandil.values import dataclass

State = Literal["empty", "draft", "outdated", "translated", "reviewed"]
Key = tuple[str, str]
_REVIEWED = re.compile(r"^reviewed: (\S.*) \d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation, and where it stands."""

    context: str
    source: str
    words: tuple[str, ...]
    """One, or one a plural form; without the blanks around them where there is more to see."""
    state: State
    place: Place
    """Of its `msgstr`, or of the first line below it that has words."""
    reviewer: str = ""
    """Whoever its comment says has reviewed it."""

    @property
    def key(self) -> Key:
        """(`msgctxt`, `msgid`)."""
        return self.context, self.source

    def shown(self, kind: Kind) -> bool:
        """A release shows what people wrote or accepted; a preview shows drafts too."""
        return self.state in ("translated", "reviewed") or (
            kind == "preview" and self.state == "draft"
        )


def trimmed(words: str) -> str:
    """Words without the blanks around them; where there is no more to see, the blanks."""
    return words if blank(words) else words.strip()


def state(
    words: Iterable[str], fuzzy: bool, comments: Iterable[str], outdated: bool = False
) -> State:
    """The state of an entry; `outdated` where it was made for other words."""
    forms = list(words)
    if not forms or any(map(blank, forms)):
        return "empty"
    if not fuzzy:
        return "reviewed" if reviewer(comments) else "translated"
    return "outdated" if outdated else "draft"


def reviewer(comments: Iterable[str]) -> str:
    """`AB` of `reviewed: AB 2026-01-31`; empty where nobody has."""
    found = filter(None, map(_REVIEWED.match, comments))
    return next((one[1] for one in found), "")
