"""Headings give a lesson its structure: fixed blocks, quizzes, questions, the trainer's block."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.blocks import Block, Fixed, Heading, Section
from kandil.read.block.block_reader import read_blocks, read_heading, too_deep
from kandil.read.block.html import admitted
from kandil.read.lesson.conditional import WORDS, gather, inner, only, unmarked
from kandil.read.lesson.headings import (
    check_level,
    check_top,
    label_heading,
    near_fixed,
    read_keyword,
)
from kandil.read.lesson.questions import read_question
from kandil.read.lesson.quizzes import read_quiz
from kandil.read.lesson.repaired_headings import repair_headings
from kandil.read.lesson.scenario import read_scenario
from kandil.read.lesson.slugs import written_ids
from kandil.read.lesson.state import Bank, LessonState
from kandil.read.lesson.stores import file_bank, parted, read_bank
from kandil.read.lesson.trainer import read_trainer
from kandil.read.lesson.unasked import check_unasked
from kandil.read.lesson.unscored import check_unscored
from kandil.read.question.answer_lines import boxed
from kandil.read.question.kinds import held
from kandil.read.source.comments import comment_body, read_aims
from kandil.read.source.keywords import SECTIONS, STORES
from kandil.read.source.tokens import MARKED, STARTS, Group, first_line, groups

Groups = list[Group]


def read_outline(state: LessonState) -> tuple[Block, ...]:
    """The blocks of one lesson's Markdown; its trainer's blocks go to `state.trainer`."""
    blocks = _blocks(state, _prepared(state))
    state.reading.drop_mark()
    state.reading.check_notes()
    return blocks


def read_store(state: LessonState, name: str) -> Bank:
    """The bank that is a whole file."""
    bank = file_bank(state, name, _prepared(state), _headed)
    state.reading.drop_mark()
    state.reading.check_notes()
    return bank


def _prepared(state: LessonState) -> Groups:
    """The groups of a file, with what was lost put back and marked parts as one each."""
    reading = state.reading
    found = groups(admitted(reading))
    too_deep(reading, found)
    found = repair_headings(reading, state.forms, found)
    state.reserved |= written_ids(found)
    return gather(reading, found)


def _blocks(state: LessonState, found: Groups) -> tuple[Block, ...]:
    """Blocks of a run of groups, sections nested."""
    blocks: list[Block] = []
    index = 0
    while index < len(found):
        if found[index][0].type == MARKED:
            known = len(state.banks)
            blocks.append(only(found[index], _blocks(state, inner(found[index]))))
            if len(state.banks) > known:
                state.reading.problems += parted([*state.banks.values()][known:])
            index += 1
            continue
        if found[index][0].type != "heading_open":
            end = _next_heading(found, index, WORDS)
            if not state.reading.scored:
                check_unasked(state.reading, found[max(index - 2, 0) : index], found[index:end])
            blocks += read_blocks(state.reading, found[index:end])
            index = end
            continue
        state.reading.refuse_safety()
        end, block = _headed(state, found, index)
        state.reading.mark = None if end == index + 1 else state.reading.mark
        if block is not None:
            blocks.append(block)
        index = end
    return tuple(blocks)


def _headed(state: LessonState, found: Groups, index: int) -> tuple[int, Block | None]:
    """What begins with the heading at `index`, and where it ends."""
    group, reading = found[index], state.reading
    level = int(group[0].tag[1])
    section = _next_heading(found, index + 1, level)
    fixed = None
    if level == 2:
        fixed = reading.language.fixed(group[1].content) or near_fixed(reading, group)
    if fixed:
        check_level(reading, group)
        return section, _fixed(state, fixed, group, found[index + 1 : section])
    below = held(reading.language, state.forms, found, index + 1, section)
    _, keyword, rest = read_keyword(reading, state.forms, group, below)
    if keyword in state.forms:
        check_top(reading, group)
        body_end = _next_heading(found, index + 1, 9)
        whole = unmarked(reading, found[index + 1 : body_end], "a question")
        return body_end, read_question(state, keyword, group, rest, whole)
    if keyword not in STORES and not label_heading(reading, state.forms, found, index):
        check_level(reading, group)
    if keyword in (*SECTIONS, *STORES):
        return _keyword_section(state, keyword, rest, found, index)
    check_unscored(state, group, found[index + 1 : section])
    return _plain_heading(state, found, index)


def _keyword_section(
    state: LessonState, keyword: str, rest: str, found: Groups, index: int
) -> tuple[int, Block | None]:
    """What is no question: a quiz, a scenario, a bank, the trainer's part; and where it ends."""
    group, reading = found[index], state.reading
    level = int(group[0].tag[1])
    end = _next_heading(found, index + 1, level)
    if keyword in ("Quiz", *STORES):
        end = _with_questions_beside(state, found, keyword, level, end)
    if keyword == "Scenario":
        end = _scenario_end(state, found, index + 1, end)
    body = found[index + 1 : end]
    if keyword == "Quiz":
        return end, read_quiz(state, group, rest, body, _blocks)
    if keyword == "Scenario":
        return end, read_scenario(state, group, rest, unmarked(reading, body, "a scenario"))
    if keyword == "Trainer":
        whole = unmarked(reading, body, "the trainer's part")
        state.trainer += read_trainer(reading, group, rest, whole)
    else:
        check_top(reading, group)
        read_bank(state, group, rest, body, _headed)
    return end, None


def _with_questions_beside(
    state: LessonState, found: Groups, holder: str, level: int, section: int
) -> int:
    """Where a quiz or a bank ends, when questions were meant for it that stand at its level."""
    reading = state.reading
    while section < len(found) and found[section][0].type == "heading_open":
        head = found[section]
        end = _next_heading(found, section + 1, int(head[0].tag[1]))
        written, keyword, rest = reading.language.heading(head[1].content)
        if keyword not in state.forms:
            break
        whose = reading.language.word(holder)
        hint = f"Write '{'#' * (level + 1)} {written}: {rest or '…'}'."
        message = f"A question stands one level below its '{whose}:', not beside it"
        line = first_line(head)
        reading.report("Q721", line, reading.source.find(line, "#"), message, hint)
        section = end
    return section


def _scenario_end(state: LessonState, found: Groups, start: int, section: int) -> int:
    """A scenario ends at the next keyword heading, or where its section does."""
    keywords = {*state.forms, *SECTIONS, *STORES}
    for index in range(start, section):
        head = found[index]
        words = head[1].content if head[0].type == "heading_open" else ""
        if state.reading.language.heading(words)[1] in keywords:
            return index
    return section


def _fixed(state: LessonState, kind: Fixed, group: Group, found: Groups) -> Section:
    """One of the blocks that every lesson has."""
    reading, line, words = state.reading, first_line(group), group[1].content.strip()
    if kind in state.sections:
        hint = "Put the words of both under one heading."
        reading.report("M014", line, 0, f"The part '{words}' stands here twice", hint)
    state.sections.add(kind)
    reading.mark = None
    anchor = reading.anchors.take(words)
    return Section(kind, anchor, _blocks(state, found), reading.source.place(line))


def _plain_heading(state: LessonState, found: Groups, index: int) -> tuple[int, Heading]:
    """A heading of the trainer's own; a comment right under it may name objectives."""
    group, body = found[index], found[index + 1 : _next_heading(found, index + 1, 9)]
    if state.quiz and any(boxed(part) for part in body if part[0].type.endswith("list_open")):
        line = first_line(group)
        message = "In a quiz a heading over tick boxes needs a keyword"
        hint = f"Write '### Question: {group[1].content}'."
        column = state.reading.source.find(line, "#")
        state.reading.report("Q702", line, column, message, hint)
    aims = _aims(state, body)
    heading = replace(read_heading(state.reading, group), objectives=aims)
    state.reading.mark = None
    return index + 1 + bool(aims), heading


def _aims(state: LessonState, body: Groups) -> tuple[str, ...]:
    """The objectives that a comment right under a plain heading names."""
    if not body or body[0][0].type != "html_block":
        return ()
    line, source = first_line(body[0]), state.reading.source
    aims = read_aims(comment_body(body[0][0].content) or "")
    for aim in aims:
        state.check_objective(aim, source.place(line, source.find(line, aim)))
    return aims


def _next_heading(found: Groups, index: int, level: int) -> int:
    """Index of the next heading of this level or above, or the end."""
    for number in range(index, len(found)):
        head = found[number][0]
        if head.type in STARTS and int(head.tag[1:]) <= level:
            return number
    return len(found)
