"""What Moodle calls the language of an edition."""

from __future__ import annotations

_SCRIPTS = {
    "sr-Latn": "sr_lt",
    "sr-Cyrl": "sr_cr",
    "uz-Cyrl": "uz",
    "zh-Hans": "zh_cn",
    "zh-Hant": "zh_tw",
}


def moodle_language(locale: str) -> str:
    """The name of a language pack; a site without it shows its own language instead."""
    for tag, name in _SCRIPTS.items():
        if locale == tag or locale.startswith(f"{tag}-"):
            return name
    return locale.partition("-")[0]
