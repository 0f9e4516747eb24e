"""Where the themes and the shipped locales lie: in the wheel, or beside the source."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _shipped(name: str) -> Path:
    """`force-include` puts the folder in the wheel; an editable install has none (ruling 16)."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def themes() -> Path:
    """The folder that holds `base/`."""
    return _shipped("themes")


def locales() -> Path:
    """The folder that holds `<locale>/ui.po`."""
    return _shipped("locales")
