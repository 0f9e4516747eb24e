"""What learners type into gaps, and whether it is accepted: one table for the generator and for the
player in the browser. Invisible and combining signs are written as escapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Typed:
    """A question of its own: the sentence, what is typed into its gap, and what comes of it."""

    sentence: str
    words: str
    right: bool = True
    locale: str = "en"
    settings: str = ""

    @property
    def key(self) -> str:
        """What stands between the brackets."""
        return self.sentence.partition("[[")[2].partition("]]")[0].strip()

    @property
    def numeric(self) -> bool:
        """Whether the gap is for a number."""
        return self.key.startswith("=")


APOSTROPHES = "'\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf`\u00b4\uff07"


def _each(key: str, words: tuple[str, ...], locale: str = "en", **more: Any) -> list[Typed]:
    gap = key if "[[" in key else f"It is [[{key}]]."
    return [Typed(gap, one, locale=locale, **more) for one in words]


TYPED = [
    # Apostrophes
    *_each("п'ять", tuple(f"п{sign}ять" for sign in APOSTROPHES), "uk"),
    *_each("п\u02bcять", ("п'ять", "П\u2019ЯТЬ"), "uk"),
    *_each("сім\u2019я", ("сім'я", "сім\u00b4я"), "uk"),
    *_each("oʻzbek", ("o'zbek", "o`zbek", "O\u2018ZBEK"), "uz"),
    *_each("gʻoya", ("g\u2019oya", "g\u02bfoya"), "uz"),
    *_each("п'ять", ("пять", "п-ять"), "uk", right=False),
    # What nobody sees
    *_each("code", ("code\u200b", "\ufeffcode", "co\u00adde", "\u2068code\u2069", "code\u200e")),
    *_each("كلمة", ("\u200fكلمة\u200f", "\u202bكلمة\u202c"), "ar"),
    *_each("می\u200cخواهم", ("میخواهم", "مي\u200cخواهم"), "fa"),
    *_each("two words", (" two  words ", "two\u00a0words", "two\u2009words", "Two\u3000words")),
    *_each("safe | vault", ("“Safe.”", "(vault)")),
    *_each("two words", ("twowords", "two, words"), right=False),
    # Stress, and the dots of ё
    *_each("код", ("ко\u0301д", "ко\u0300д", "КО\u0301Д"), "ru"),
    *_each("ко\u0301д", ("код",), "ru"),
    *_each("её", ("ее", "её", "Ее", "е\u0308ё"), "ru"),
    *_each("мої", ("мої\u0301", "моі\u0308"), "uk"),
    *_each("мої", ("моі", "мои"), "uk", right=False),
    *_each("мой", ("мои", "мо\u0438"), "ru", right=False),
    *_each("ноќ", ("нок",), "mk", right=False),
    *_each("café", ("cafe\u0301", "CAFÉ"), "fr"),
    *_each("café", ("cafe",), "fr", right=False),
    # Arabic and Persian
    *_each("كلمة", ("كَلِمَة", "كـلـمـة", "کلمة"), "ar"),
    *_each("کلید", ("كليد", "کلید.", "کلىد"), "fa"),
    *_each("سؤال", ("سوال",), "ar", right=False),
    # Capitals
    *_each("ელფოსტა", ("ᲔᲚᲤᲝᲡᲢᲐ", "ელფოსტა!"), "ka"),
    *_each("şifre", ("ŞİFRE", "ŞIFRE", "Şifre"), "tr"),
    *_each("email", ("EMAIL", "EMAİL", "emaıl"), "tr"),
    *_each("ID | kimlik", ("id", "İD", "ıd"), "az"),
    *_each("λόγος", ("ΛΌΓΟΣ",), "el"),
    # The stop behind, the quotes around
    *_each("نعم", ("نعم؟", "نعم،", "«نعم»"), "ar"),
    *_each("այո", ("այո։", "այո՛", "ա՞յո", "այո:"), "hy"),
    *_each("好", ("好。", "「好」", "好！"), "zh"),
    *_each("yes", ("yes.", "“Yes!”", "(yes)", "yes…")),
    *_each("ab.cd", ("abcd",), right=False),
    *_each("?", ("!",), right=False),
    *_each("?", ("?",)),
    # Other forms of a sign
    *_each("PIN 12", ("ｐｉｎ １２", "pin ١٢", "pin ១២")),
    *_each("e-mail", ("e‑mail", "e–mail", "e−mail")),
    *_each("file", ("ﬁle",)),
    # Capitals matter; every sign matters
    *_each("Safe", ("Safe", "Safe."), settings="case: yes"),
    *_each("Safe", ("safe", "SAFE"), settings="case: yes", right=False),
    *_each("Д'Арк", ("Д\u2019Арк",), "uk", settings="case: yes"),
    *_each("It's.", ("It's.", " It's.\u200b"), settings="exact: yes"),
    *_each("It's.", ("It\u2019s.", "It's", "it's.", "“It's.”"), settings="exact: yes", right=False),
    *_each("ёлка", ("ёлка", "е\u0308лка"), "ru", settings="exact: yes"),
    *_each("ёлка", ("елка",), "ru", settings="exact: yes", right=False),
    # Numbers with a unit
    *_each("= 50", ("50", "50%", "50 %", "%50", "50٪", "50 ₴", "€50", "₾ 50", "(50)", "50.")),
    *_each(
        "= 50", ("50 людей", "50 % 1", "not 50", "5 0", "50 thousand", "50k", "5²0"), right=False
    ),
    *_each("Wait [[= 5]] minutes.", ("5 minutes", "5 min", "5 Min.", "5minutes", "minutes: 5")),
    *_each("Wait [[= 5]] minutes.", ("5 hours", "5 ½", "5½"), right=False),
    *_each("Wait [[= 5]] **minutes**, then go.", ("5 minutes",)),
    *_each("No more than № [[= 7]].", ("№ 7", "№7")),
    *_each("[[= 3]] години й [[= 30]] хв.", ("3 години",), "uk"),
    *_each("= 9.5 .. 10.4", ("+10", "10.", "10,2", "“10”", "٠٠١٠")),
    *_each("= 9.5 .. 10.4", ("-10", "0,010", "10,000", "ten"), right=False),
    # Signs between digits
    *_each("= 12", ("12", "+12", "12,0", "12.00", "１２", "۱۲")),
    *_each(
        "= 12",
        ("1 2", "1·2", "1-2", "1/2", "1'2", "1:2", "1 або 2", "12 13", "1..2"),
        "uk",
        right=False,
    ),
    *_each("= 1.5", ("1.5", "1,5", "١،٥", "۱٫۵", "1٫5", "+1,50")),
    *_each("= 15", ("١،٥", "۱٫۵", "1 5", "1٬5"), right=False),
    *_each("= -5", ("-5", "−5", "– 5")),
    *_each("= 0.5", (".5", "0,500", ",5")),
    # Thousands
    *_each("= 1500", ("1500", "1 500", "1,500", "1'500", "1\u202f500", "١٬٥٠٠", "1,500.00")),
    *_each("= 1500", ("1.500", "1 50 0", "15 00"), right=False),
    *_each("= 1500", ("1.500", "1 500,0", "1\u00a0500"), "tr"),
    *_each("= 1500", ("1,500",), "tr", right=False),
    *_each("= 1500000", ("1.500.000", "1,500,000", "1 500 000", "1.500.000,0"), "tr"),
    *_each("= 1500000", ("1,500,000", "1.500.000")),
    *_each("= 1.5", ("1,500",), "uk"),
]
