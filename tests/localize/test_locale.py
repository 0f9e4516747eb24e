from __future__ import annotations

import pytest
from kandil.localize.locale import chain, resolve, script
from kandil.problems import Place

HERE = Place("course.yml")
# fmt: off
REGION = [
    "sq", "hy", "az-Latn", "be", "ru", "bs-Latn", "hr", "sr-Latn", "sr-Cyrl", "bs-Cyrl", "ka",
    "ab", "os", "xmf", "kmr", "uk", "kk-Cyrl", "uz-Cyrl", "ug-Cyrl", "tr", "ko", "dng", "sq-XK",
    "sr-Latn-XK", "sr-Cyrl-XK", "rom", "rmn", "rmy", "ky", "tg", "ro-MD", "ru-MD", "gag", "bg",
    "ro-Cyrl-MD", "cnr-Latn", "cnr-Cyrl", "sr-Cyrl-ME", "sr-Latn-ME", "cnr-Cyrl-ME", "mk",
    "sq-MK", "rup", "hu", "sk", "ro", "rue", "sgh", "fa-AF", "tk", "uz-Latn", "zza", "ar",
    "apc", "fa", "ps", "ckb", "ru-UA", "crh", "pl", "kaa", "kaa-Latn", "el", "lez", "tly",
    "aii", "tr-MK", "hu-RS", "az-GE", "ar-TR", "hr-ME", "prs", "ug", "en",
]
# fmt: on


@pytest.mark.parametrize("tag", REGION)
def test_every_language_of_the_region_is_known_and_keeps_its_tag(tag: str) -> None:
    language, problems = resolve(tag, HERE)
    assert not problems
    assert language
    assert language.tag == tag
    assert language.autonym != tag or tag in ("az-GE",)


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("uk", "ltr"), ("ar", "rtl"), ("ug", "rtl"), ("ug-Cyrl", "ltr"), ("fa-AF", "rtl"),
     ("aii", "rtl"), ("ckb", "rtl"), ("crh", "ltr"), ("ar-XB", "rtl"), ("en-XA", "ltr")],
)  # fmt: skip
def test_direction_follows_the_script_of_the_tag(tag: str, direction: str) -> None:
    language, _ = resolve(tag, HERE)
    assert language
    assert language.direction == direction


def test_another_script_than_the_tags_is_refused() -> None:
    language, (problem,) = resolve("kk-Latn", HERE)
    assert language is None
    assert problem.code == "L013"
    assert problem.message == "There are no formats for 'kk-Latn' in its script (Latn)"


def test_formats_are_of_the_scripts_own_locale() -> None:
    language, _ = resolve("cnr-Cyrl-ME", HERE)
    assert language
    assert str(language.formats) == "sr_Cyrl_ME"
    language, _ = resolve("ug-Cyrl", HERE)
    assert language
    assert language.formats is None


@pytest.mark.parametrize(
    ("tag", "words"),
    [("uk_UA", "not a language tag"), ("xx", "not known"), ("sh", "not known"),
     ("mo", "another name of 'ro-RO'"), ("../uk", "not a language tag"), ("", "not a language")],
)  # fmt: skip
def test_what_is_no_tag_is_a_problem(tag: str, words: str) -> None:
    language, (problem,) = resolve(tag, HERE)
    assert language is None
    assert problem.code == "L013"
    assert words in problem.message


@pytest.mark.parametrize(
    ("tag", "meant"),
    [("ua", "uk"), ("UK", "uk"), ("EN", "en"), ("en_US", "en"), ("uk_UA", "uk"), ("ua_UA", "uk"),
     ("en_GB", "en-GB"), ("sr_latn_me", "sr-Latn-ME"), ("ge", "ka"), ("kz", ""), ("xx", ""),
     ("us", "")],
)  # fmt: skip
def test_a_slip_in_a_tag_is_told_what_it_was_meant_to_be(tag: str, meant: str) -> None:
    _, (problem,) = resolve(tag, HERE)
    assert (f"Did you mean '{meant}'?" == problem.hint) is bool(meant)
    assert "overrides" not in problem.hint


def test_autonyms_have_a_capital_and_georgian_none() -> None:
    names = {tag: resolve(tag, HERE)[0] for tag in ("uk", "ka", "tr", "crh")}
    assert {tag: language.autonym for tag, language in names.items() if language} == {
        "uk": "Українська", "ka": "ქართული", "tr": "Türkçe", "crh": "Qırımtatarca"
    }  # fmt: skip


def test_a_tag_is_cut_only_within_its_script() -> None:
    assert chain("ro-MD") == ("ro-MD", "ro")
    assert chain("sr-Latn-ME") == ("sr-Latn-ME", "sr-Latn")
    assert chain("sr-Cyrl-ME") == ("sr-Cyrl-ME", "sr-Cyrl", "sr")
    assert chain("uz-Cyrl") == ("uz-Cyrl",)
    assert script("sr-ME") == "Latn"
    assert chain("sr-ME") == ("sr-ME",)
