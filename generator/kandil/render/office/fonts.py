"""Fonts that are named and not embedded: those that most computers have for a script."""

from __future__ import annotations

from kandil.localize.locale import script

CODE = "Courier New"
_USUAL = "Arial"
"""Latin, Cyrillic, Greek, Hebrew and Arabic letters."""
_BY_SCRIPT = {"Armn": "Sylfaen", "Geor": "Sylfaen"}


def font(tag: str) -> str:
    """For a language; where it is missing, an office program takes another by itself."""
    return _BY_SCRIPT.get(script(tag), _USUAL)
