"""All that is asked of a page, worked out where it was made and learned where it is verified.

What is verified is still read back from the disk: facts hang on the content, not on a name.
"""

from __future__ import annotations

from hashlib import sha256

from kandil.deflate import Deflated
from kandil.values import dataclass
from kandil.verify.contents import digest_by_mark, document_of, weight_of
from kandil.verify.document import Document
from kandil.verify.shown import Shown, numbered


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one page."""

    digest: bytes
    """SHA-256 of its content."""
    document: Document
    weight: int
    numbered: tuple[Shown, ...]
    mark: bytes
    """By which a zip is known to hold it (`deflate.mark_of`); empty where none does."""


def facts(page: bytes, packed: Deflated | None = None) -> Facts:
    """As each look at the page would work them out; `packed`: the page, where it was deflated."""
    weighed = packed.weight if packed else weight_of.work_out(page)
    document, told = document_of.work_out(page), numbered.work_out(page)
    if packed:
        return Facts(packed.digest, document, weighed, told, packed.mark)
    return Facts(sha256(page).digest(), document, weighed, told, b"")


def learn(found: Facts) -> None:
    """Each look at a page with this content finds them known."""
    document_of.learn(found.digest, found.document)
    weight_of.learn(found.digest, found.weight)
    numbered.learn(found.digest, found.numbered)
    if found.mark:
        digest_by_mark[found.mark] = found.digest
