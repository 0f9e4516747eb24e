"""What has headings: parts of a lesson, quizzes, scenarios, banks and the trainer's block."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import PurePath

from kandil.model import blocks as model
from kandil.model.course import Module
from kandil.model.interactions import Branching, Choice, Interaction
from kandil.model.structure import every
from kandil.read.course.banks import FOLDER
from kandil.read.lesson.slugs import free_slug
from kandil.read.source.comments import Settings
from kandil.read.source.keywords import FIXED, Keywords
from kandil.values import dataclass
from kandil.write import lines as shape
from kandil.write.block_writer import Writing, in_turn, mark_of, write_block
from kandil.write.front import write_front
from kandil.write.keyword import spelled
from kandil.write.levels import DEEPEST, levels_of
from kandil.write.lines import Lines
from kandil.write.questions import write_question
from kandil.write.scenario import write_scenario
from kandil.write.settings import write_settings

Questions = tuple[Interaction, ...]


def write_lesson(module: Module, language: Keywords | None = None) -> str:
    """The file that reads as this lesson, in the keywords of its language."""
    writer = Writer(Writing(language or Keywords()), _taken(module))
    parts = [
        writer.blocks(module.blocks, 1, 0),
        *writer.trainer(module.trainer),
        *writer.stores(),
    ]
    return "\n".join([*write_front(module), "", *shape.apart(parts)]).rstrip("\n") + "\n"


def write_store(questions: Questions, language: Keywords | None = None) -> str:
    """The file of a bank."""
    writing = Writing(language or Keywords())
    return "\n".join(shape.apart(write_question(writing, one, 3) for one in questions)) + "\n"


def stored(question: Interaction) -> str:
    """The id of the bank whose file holds a question; empty for one of the lesson."""
    path = PurePath(question.place.file)
    return path.stem if path.parent.name == FOLDER else ""


def _taken(module: Module) -> set[str]:
    questions = (one.id for one in every(Interaction, module.blocks))
    return {*questions, *(one.id for one in every(model.Quiz, module.blocks))}


@dataclass(slots=True)
class Writer:
    """One lesson; knows the banks that its quizzes draw from."""

    writing: Writing
    taken: set[str]
    banks: dict[str, Questions] = field(default_factory=dict)

    def blocks(self, blocks: tuple[model.Block, ...], above: int, following: int) -> Lines:
        """Blocks under a heading of level `above`; `following`: the level of the next one."""
        parts: list[Lines] = []
        levels = levels_of(blocks, above, following)
        turns = in_turn(self.writing, blocks)
        afters = [*levels[1:], following]
        for block, turned, level, after in zip(blocks, turns, levels, afters, strict=False):
            parts.append(self.block(block, turned, level, after))
        return shape.apart(parts)

    def block(self, block: model.Block, turned: bool, level: int, following: int) -> Lines:
        """One block; only those that hold others, or have a keyword, are written here."""
        match block:
            case model.Section(kind, anchor, blocks):
                name = next(name for name, known in FIXED.items() if known == kind)
                head = shape.heading(2, spelled(self.writing.language, name, anchor))
                return shape.apart([head, self.blocks(blocks, 2, following)])
            case model.Only(blocks=blocks):
                names = ", ".join(block.variants or block.territories)
                begin = shape.comment(f"{'for' if block.variants else 'only'}: {names}")
                inside = self.blocks(blocks, level - 1 if level else DEEPEST, following)
                return shape.apart([begin, inside, shape.comment("end")])
            case model.Quiz():
                return self.quiz(block, level)
            case Branching():
                return write_scenario(self.writing, block, level)
            case Interaction():
                return write_question(self.writing, block, level)
        return write_block(self.writing, block, turned)

    def quiz(self, quiz: model.Quiz, level: int) -> Lines:
        """`## Quiz: …` with what stands below it."""
        inside = Writing(self.writing.language, context=quiz.id if quiz.explicit_id else "")
        shuffle = _shuffle(quiz)
        settings = Settings(
            id=quiz.id if quiz.explicit_id else None,
            pass_mark=quiz.pass_mark,
            attempts=quiz.attempts or None,
            draw=quiz.draw or None,
            bank=self.bank(quiz.bank, shuffle) if quiz.bank else None,
            shuffle=shuffle,
        )
        head = shape.heading(
            level, spelled(self.writing.language, "Quiz", quiz.anchor, quiz.title.source)
        )
        blocks = self.blocks(quiz.blocks, level, 0)
        return shape.apart([mark_of(inside, quiz.title), head, write_settings(settings), blocks])

    def bank(self, bank: Questions, shuffle: bool | None) -> str:
        """The name of a bank, which is written once for all quizzes that draw from it."""
        if name := stored(bank[0]):
            return name
        own = tuple(_unshuffled(one, shuffle) for one in bank)
        known = next((name for name, other in self.banks.items() if other == own), "")
        name = known or free_slug("bank", self.taken.__contains__, {})
        self.taken.add(name)
        self.banks[name] = own
        return name

    def stores(self) -> list[Lines]:
        """The banks, below all else: no learner sees them there."""
        word = self.writing.language.word("Bank")
        return [
            shape.apart(
                [
                    shape.heading(2, f"{word}: {name}"),
                    write_settings(Settings(id=name)),
                    *(write_question(self.writing, one, 3) for one in bank),
                ]
            )
            for name, bank in self.banks.items()
        ]

    def trainer(self, blocks: tuple[model.Block, ...]) -> list[Lines]:
        """`## Trainer: …` for each title in them; its headings have addresses of their own."""
        if not blocks:
            return []
        heads = [i for i, block in enumerate(blocks) if _title(block)]
        starts = heads if heads[:1] == [0] else [0, *heads]
        parts = zip(starts, [*starts[1:], len(blocks)], strict=True)
        return [self.training(blocks[start:end]) for start, end in parts]

    def training(self, blocks: tuple[model.Block, ...]) -> Lines:
        """One part for the trainer, its title first where it has one."""
        title = blocks[0] if _title(blocks[0]) else None
        word = f"{self.writing.language.word('Trainer')}:"
        mark: Lines = []
        if isinstance(title, model.Heading):
            mark = mark_of(self.writing, title.text)
            word = spelled(self.writing.language, "Trainer", title.anchor, title.text.source)
            blocks = blocks[1:]
        return shape.apart([mark, shape.heading(2, word), self.blocks(blocks, 2, 0)])


def _title(block: model.Block) -> bool:
    return isinstance(block, model.Heading) and block.level == 2


def _shuffle(quiz: model.Quiz) -> bool | None:
    """What the quiz says for those of its bank that say nothing themselves."""
    own = {one.shuffle for one in quiz.blocks if isinstance(one, Choice) and _boxes(one)}
    drawn = {one.shuffle for one in quiz.bank if isinstance(one, Choice) and _boxes(one)}
    return drawn.pop() if len(drawn) == 1 and None not in own else None


def _boxes(question: Choice) -> bool:
    return question.scored and question.form != "true_false"


def _unshuffled(question: Interaction, shuffle: bool | None) -> Interaction:
    if isinstance(question, Choice) and _boxes(question) and question.shuffle == shuffle:
        return replace(question, shuffle=None)
    return question
