"""What an address looks like in a sentence, and as a browser asks for it."""

from __future__ import annotations

import re

PICTURE = r"[^\s()\[\]{}<>]+\.(?:png|jpe?g|webp|svg|gif)"
"""Pattern of an address of a picture."""
ADDRESS = (
    r"(?:(?:https?://|www\.|#(?=[\w-]))[^\s()\[\]{}<>]*"
    rf"|{PICTURE}\b|[^\s()\[\]{{}}<>]+\.md\b(?:#[^\s()\[\]{{}}<>]*)?)"
)
"""What no sentence would hold behind a bracket, if not to link there."""
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def percent_encoded(address: str) -> str:
    """An address as a browser asks for it: with its spaces, and with percent signs that say %."""
    return re.sub(r"\s", "%20", _PERCENT.sub("%25", address))
