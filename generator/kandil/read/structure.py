"""Headings give a lesson its structure: fixed blocks, quizzes, questions, the trainer's block."""

from __future__ import annotations

from difflib import get_close_matches
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from kandil.model import blocks as model
from kandil.model.text import Text
from kandil.problems import Place, Problem
from kandil.read.blocks import Reading, first_line, groups, read_blocks, read_heading
from kandil.read.comments import Settings, comment_body, read_mark, read_settings, slug
from kandil.read.items import Body, QuestionType, read_body
from kandil.read.keywords import LABELS, LATER, WORDS, Keywords
from kandil.read.markdown import block_tokens

Groups = list[list[Token]]


@dataclass(slots=True)
class Outline:
    """Reads one lesson; knows the question types and the words of the source's language."""

    reading: Reading
    types: tuple[QuestionType, ...]
    language: Keywords
    objectives: frozenset[str]
    ids: dict[str, Place]
    trainer: list[model.Block]
    used: set[str]
    """Objectives that a question names."""
    quiz: Settings | None = None
    """Settings of the quiz that is being read."""

    def blocks(self, found: Groups) -> tuple[model.Block, ...]:
        """Blocks of a run of groups, sections nested."""
        blocks: list[model.Block] = []
        index = 0
        while index < len(found):
            if found[index][0].type != "heading_open":
                end = _next_heading(found, index, 9)
                blocks += read_blocks(self.reading, found[index:end])
                index = end
                continue
            end, block = self.headed(found, index)
            if block is not None:
                blocks.append(block)
            index = end
        return tuple(blocks)

    def headed(self, found: Groups, index: int) -> tuple[int, model.Block | None]:
        """What begins with the heading at `index`, and where it ends."""
        group = found[index]
        level = int(group[0].tag[1])
        written, keyword, rest = self.language.heading(group[1].content)
        keyword = keyword or self.meant(written, group)
        section = _next_heading(found, index + 1, level)
        fixed = self.language.fixed(group[1].content) if level == 2 else None
        if fixed:
            return section, self.fixed(fixed, group, found[index + 1 : section])
        if keyword == "Quiz":
            return section, self.read_quiz(group, rest, found[index + 1 : section])
        if keyword == "Trainer":
            self.trainer += read_blocks(self.reading, found[index + 1 : section])
            return section, None
        body_end = _next_heading(found, index + 1, 9)
        if keyword in {kind.KEYWORD for kind in self.types}:
            return body_end, self.question(keyword, group, rest, found[index + 1 : body_end])
        if keyword in LATER:
            self.later(written, group)
            return section, None
        self.plain_heading(group, found[index + 1 : body_end])
        return index + 1, read_heading(self.reading, group)

    def later(self, written: str, group: list[Token]) -> None:
        """A keyword of the syntax that this version does not build."""
        message = f"'{written}:' is not built yet"
        hint = "Use '### Question: …', or remove this part until a later version."
        self.reading.report("Q008", first_line(group), self.column(group, written), message, hint)

    def column(self, group: list[Token], words: str) -> int:
        """Column of `words` in a heading."""
        return self.reading.source.find(first_line(group), words)

    def meant(self, written: str, group: list[Token]) -> str:
        """The keyword that a word in the wrong case, or with a slip, was meant to be."""
        known = [word for word in self.language.written if word not in (*LABELS, *WORDS)]
        found = [word for word in known if written and word.lower() == written.lower()]
        if written and not found:
            found = get_close_matches(written, [*(t.KEYWORD for t in self.types), "Quiz"], 1, 0.8)
        if not found:
            return ""
        message = f"'{written}:' is not a keyword; '{found[0]}:' is"
        hint = f"Write '{'#' * int(group[0].tag[1])} {found[0]}: …'."
        self.reading.report("Q001", first_line(group), self.column(group, written), message, hint)
        return self.language.english(found[0])

    def plain_heading(self, group: list[Token], body: Groups) -> None:
        """In a quiz, tick boxes under a heading without a keyword are a question gone wrong."""
        if self.quiz and any(_boxes(part) for part in body):
            message = "In a quiz a heading over tick boxes needs a keyword"
            hint = f"Write '### Question: {group[1].content}'."
            self.reading.report("Q702", first_line(group), 0, message, hint)

    def fixed(self, kind: model.Fixed, group: list[Token], found: Groups) -> model.Section:
        """One of the blocks that every lesson has."""
        anchor = self.reading.anchors.take(group[1].content)
        place = self.reading.source.place(first_line(group))
        return model.Section(kind, anchor, self.blocks(found), place)

    def settings(self, found: Groups) -> tuple[Settings, Groups]:
        """The comment right under a heading, and what is left."""
        if not found or found[0][0].type != "html_block":
            return Settings(places={}), found
        content, line = found[0][0].content, first_line(found[0])
        body = comment_body(content)
        if body is None or read_mark(body):
            return Settings(places={}), found
        settings, problems = read_settings(self.reading.source, line, content)
        self.reading.problems += problems
        return settings, found[1:]

    def take_id(self, settings: Settings, words: str, place: Place) -> tuple[str, bool]:
        """The id of a question or quiz, and whether the trainer wrote it."""
        name = settings.id or slug(words)
        number = 1
        while not settings.id and name in self.ids:
            number += 1
            name = f"{slug(words)}-{number}"
        if settings.id and name in self.ids:
            where = (settings.places or {}).get("id", place)
            message = f"The id '{name}' stands in line {self.ids[name].line} already"
            problem = Problem("Q005", where, message, "Give this one another id.")
            self.reading.problems.append(problem)
        self.ids[name] = place
        return name, settings.id is not None

    def read_quiz(self, group: list[Token], rest: str, found: Groups) -> model.Quiz:
        """`## Quiz: …` with everything below it."""
        line, reading = first_line(group), self.reading
        settings, found = self.settings(found)
        place = reading.source.place(line)
        if self.quiz:
            hint = "Give both quizzes a heading of the same level."
            reading.report("Q704", line, 0, "A quiz cannot stand inside a quiz", hint)
        name, _ = self.take_id(settings, rest or "quiz", place)
        title = self.titled(rest, line, name if settings.id else "", "heading")
        before, self.quiz = self.quiz, settings
        anchor = reading.anchors.take(group[1].content)
        blocks = self.blocks(found)
        self.quiz = before
        quiz = model.Quiz(
            name, anchor, title, blocks, settings.pass_mark, settings.attempts or 0, place
        )
        if not quiz.questions and not any(p.code.startswith("Q") for p in reading.problems):
            hint = "Write '### Question: …' below it."
            reading.report("Q701", line, 0, "This quiz has no questions", hint)
        return quiz

    def titled(self, rest: str, line: int, context: str, role: str) -> Text:
        """The words behind a keyword."""
        before, self.reading.context = self.reading.context, context
        start = max(self.reading.source.find(line, ":") + 1, 0)
        text = self.reading.text(rest, line, role, start)
        self.reading.context = before
        return text

    def question(
        self, keyword: str, group: list[Token], rest: str, found: Groups
    ) -> model.Block | None:
        """A question of any type: the first whose shape fits."""
        line = first_line(group)
        settings, found = self.settings(found)
        place = self.reading.source.place(line)
        if not rest:
            hint = f"Write '### {keyword}: Which …?'."
            self.reading.report("Q011", line, 0, "This question has no words", hint)
        name, explicit = self.take_id(settings, rest or "question", place)
        self.reading.context = name if settings.id else ""
        prompt = self.titled(rest, line, self.reading.context, "question")
        body = read_body(self.reading, prompt, found, self.language)
        self.reading.context = ""
        self.objective(settings, place)
        for kind in self.types:
            if kind.KEYWORD == keyword and kind.matches(body, settings):
                shared = _shared(name, explicit, body, settings, place)
                interaction, problems = kind.read(body, settings, shared)
                self.reading.problems += problems
                return interaction
        if not body.unreadable:
            hint = "Write answers as '- [x] …' and '- [ ] …', or a sentence with [[a blank]]."
            self.reading.report("Q101", line, 0, "This question has no answers", hint)
        return None

    def objective(self, settings: Settings, place: Place) -> None:
        """Checks that the lesson has the objective that a question names."""
        if settings.objective is None:
            return
        self.used.add(settings.objective)
        if settings.objective not in self.objectives:
            where = (settings.places or {}).get("objective", place)
            known = ", ".join(sorted(self.objectives)) or "none"
            message = f"'{settings.objective}' is no objective of this lesson"
            problem = Problem("Q006", where, message, f"Objectives in the front matter: {known}.")
            self.reading.problems.append(problem)


def _next_heading(found: Groups, index: int, level: int) -> int:
    """Index of the next heading of this level or above, or the end."""
    for number in range(index, len(found)):
        head = found[number][0]
        if head.type == "heading_open" and int(head.tag[1]) <= level:
            return number
    return len(found)


def _boxes(group: list[Token]) -> bool:
    return group[0].type == "bullet_list_open" and any(
        token.type == "inline" and token.content.startswith("[") for token in group
    )


def _shared(
    name: str, explicit: bool, body: Body, settings: Settings, place: Place
) -> dict[str, Any]:
    """What every interaction has."""
    return {
        "id": name,
        "explicit_id": explicit,
        "prompt": body.prompt,
        "stem": body.stem,
        "points": 1 if settings.points is None else settings.points,
        "objective": settings.objective or "",
        "bloom": settings.bloom or "",
        "attempts": settings.attempts,
        "sensitive": bool(settings.sensitive),
        "hints": body.labels.get("Hint", ()),
        "why": body.labels.get("Why", ()),
        "correct": body.labels.get("Correct", ()),
        "incorrect": body.labels.get("Incorrect", ()),
        "place": place,
    }


def read_outline(outline: Outline, text: str) -> tuple[model.Block, ...]:
    """The blocks of one lesson's Markdown; its trainer's blocks go to `outline.trainer`."""
    return outline.blocks(groups(block_tokens(text)))
