"""Words beside a number that say what it is, in one language (`phones.yml`)."""

from __future__ import annotations

import re
from functools import cache, cached_property

from kandil.lint.phones.papers import bearing, numbered
from kandil.lint.text.word_tables import row, table

_MARK = r"[\s:(\"«„“]{0,2}$"


class Words:
    """Patterns, each made when something is first looked for by it: that takes longer than to look
    for it in a lesson."""

    def __init__(self, tag: str) -> None:
        self._said, self._every = row("phones", tag) or row("phones", "en"), table("phones")["any"]

    @cached_property
    def calling(self) -> re.Pattern[str]:
        """That speaks of calling, wherever it stands."""
        return re.compile(f"{self._said['call']}|{self._said['line']}")

    @cached_property
    def strict(self) -> re.Pattern[str]:
        """Right before a number: nothing else can be meant."""
        call, line = self._said["call"], self._said["line"]
        return re.compile(rf"(?:{call})[^\d.!?;,]{{0,40}}$|(?:{line}){self._link}")

    @cached_property
    def close(self) -> re.Pattern[str]:
        """As `strict`, with nothing between that says more."""
        return re.compile(f"(?:{self._said['call']}|{self._said['line']}){self._link}")

    @property
    def _link(self) -> str:
        link = self._said["link"]
        return rf"(?:[\s:(.–—\"«„“]{{1,4}}(?:{link})\b){{0,3}}[\s:(.,–—\"«„“-]{{0,4}}$"

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """Right behind a number to call."""
        return re.compile(self._said["behind"])

    @cached_property
    def other(self) -> re.Pattern[str]:
        """Right before a number of something else."""
        law = rf"(?:{self._every['law']})(?: (?:{self._every['sign']}))?"
        found = rf"(?<!\w)(?:{self._said['not']}|{law}|№|{self._every['money']})"
        return re.compile(f"(?:{found}){_MARK}")

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Right before what bears digits as its name: the rule `3-2-1`."""
        return re.compile(rf"(?<!\w)(?:{self._said['named']}){_MARK}")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """What is measured or counted, right behind a number."""
        money, unit = self._every["money"], self._said["unit"]
        return re.compile(rf"['’-]?\w{{0,3}}\s?(?:%|‰|°|{money}|(?:{unit}))")

    @cached_property
    def like(self) -> re.Pattern[str]:
        """That says that a number is an example."""
        return re.compile(rf"(?<!\w)(?:{self._said['like']})\b")

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """Right before the number of an order, an account and their like."""
        return numbered(self._every["papers"].values())

    @cached_property
    def paper(self) -> re.Pattern[str]:
        """The same without the word "number"."""
        return bearing(self._every["paper"])

    @cached_property
    def label(self) -> re.Pattern[str]:
        """Right before a number: "tel."."""
        return re.compile(rf"(?:{self._every['label']})[\s(]{{0,2}}$")

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """Near nine digits that are nobody's number."""
        return re.compile(rf"(?<!\w)(?:{self._every['amount']})")

    @cached_property
    def excused(self) -> re.Pattern[str]:
        """The same near seven or eight, which more words explain."""
        every = self._every
        return re.compile(rf"(?<!\w)(?:{every['amount']}|{every['figure']}|{every['money']})")

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """Right before nine digits, whatever follows: "line"."""
        return re.compile(rf"(?<!\w)(?:{self._every['bare']})\s$")

    @cached_property
    def many(self) -> re.Pattern[str]:
        """What is counted, right behind a short number that is known: by its form."""
        return re.compile(rf" (?:{self._said['many']})" if "many" in self._said else "(?!)")


@cache
def words_of(tag: str) -> Words:
    """Those of the language; of a language without a list, the English ones."""
    return Words(tag)
