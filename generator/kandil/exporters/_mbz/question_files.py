"""`questions.xml`: the banks of all quizzes, as Moodle has them since 4.0."""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from kandil.exporters._mbz.course_files import stamp
from kandil.exporters._mbz.nodes import Value, add, file, fill, root
from kandil.exporters._mbz.plan import Backup, Placed, QuizActivity
from kandil.exporters._moodle.asking import written
from kandil.exporters._moodle.shares import WHOLE
from kandil.package.artefact import File
from kandil.values import dataclass

QUIZ_LEVEL = 70
"""Of a context: that of an activity."""
TYPES = {"matching": "match"}
"""Types that are called otherwise inside Moodle than in its question XML."""


def question_file(backup: Backup) -> File:
    """A category above all for each quiz, and the one below it in which its questions are."""
    found = root("question_categories")
    for quiz in backup.activities:
        if isinstance(quiz, QuizActivity):
            _Bank(found, backup, quiz).write()
    return file("questions.xml", found)


@dataclass(frozen=True, slots=True)
class _Bank:
    """That of one quiz."""

    categories: etree._Element
    backup: Backup
    quiz: QuizActivity

    def write(self) -> None:
        """Its categories, the top one first."""
        (top, _), *_ = self.quiz.categories
        for place, (number, name) in enumerate(self.quiz.categories):
            found = add(self.categories, "question_category", id=number)
            fill(found, name=name, contextid=self.quiz.context, contextlevel=QUIZ_LEVEL)
            fill(found, contextinstanceid=self.quiz.id, info="", infoformat=1)
            fill(found, stamp=self.stamp(f"category+{number}"), parent=top if place else 0)
            fill(found, sortorder=999 if place else 0, idnumber=None)
            entries = add(found, "question_bank_entries")
            for one in self.quiz.questions:
                if one.category == number:
                    self.entry(entries, one)

    def stamp(self, what: str) -> str:
        """By which a restore knows what is there already: of one edition only."""
        edition = self.backup.edition
        return f"kandil.example+{edition.package_name}+{edition.as_of:%y%m%d}+{what}"

    def entry(self, entries: etree._Element, one: Placed) -> None:
        """A question with its one version."""
        entry = add(entries, "question_bank_entry", id=one.id)
        fill(entry, questioncategoryid=one.category, idnumber=one.question.id, ownerid=None)
        versions = add(add(entry, "question_version"), "question_versions", id=one.id)
        fill(versions, version=1, status="ready")
        self.question(add(versions, "questions"), one)

    def question(self, questions: etree._Element, one: Placed) -> None:
        """What all types have, what its own has, and its hints."""
        asked = one.question
        found = add(questions, "question", id=one.id)
        kind = TYPES.get(asked.kind, asked.kind)
        fill(found, parent=0, name=asked.name, questiontext=asked.text, questiontextformat=1)
        fill(found, generalfeedback=asked.general, generalfeedbackformat=1)
        fill(found, defaultmark=asked.points, penalty=0, qtype=kind)
        fill(found, length=int(asked.kind != "description"))
        fill(found, stamp=self.stamp(f"question+{asked.id}"), timecreated=stamp(self.backup))
        fill(found, timemodified=stamp(self.backup), createdby=None, modifiedby=None)
        if asked.kind != "description":
            self.type(add(found, f"plugin_qtype_{kind}_question"), one)
        hints = add(found, "question_hints")
        for number, words in zip(one.hints, asked.hints, strict=True):
            hint = add(hints, "question_hint", id=number)
            fill(hint, hint=words, hintformat=1, shownumcorrect=0, clearwrong=0, options=None)
        tags = add(found, "tags")
        for tag in asked.tags:
            fill(add(tags, "tag", id=one.id, contextid=self.quiz.context), name=tag, rawname=tag)

    def type(self, plugin: etree._Element, one: Placed) -> None:
        """The settings of its type, after its answers."""
        asked, number = one.question, one.id
        if asked.kind not in ("matching", "essay"):
            self.answers(add(plugin, "answers"), one)
        match asked.kind:
            case "multichoice":
                found = add(plugin, "multichoice", id=number)
                fill(found, layout=0, single=int(asked.single), shuffleanswers=int(asked.shuffle))
                _combined(found, one)
                fill(found, answernumbering="none", shownumcorrect=1, showstandardinstruction=1)
            case "truefalse":
                found = add(plugin, "truefalse", id=number)
                fill(found, trueanswer=one.answers[0], falseanswer=one.answers[1])
            case "shortanswer":
                fill(add(plugin, "shortanswer", id=number), usecase=int(asked.case))
            case "numerical":
                self.numerical(plugin, one)
            case "matching":
                self.matching(plugin, one)
            case "ordering":
                found = add(plugin, "ordering", id=number)
                fill(found, layouttype=0, selecttype=0, selectcount=len(asked.answers))
                fill(found, gradingtype=5, showgrading=1, numberingstyle="none")
                _combined(found, one)
                fill(found, shownumcorrect=1)
            case "essay":
                found = add(plugin, "essay", id=number)
                fill(found, responseformat="plain", responserequired=0, responsefieldlines=5)
                fill(found, minwordlimit=None, maxwordlimit=None, attachments=0)
                fill(found, attachmentsrequired=0, graderinfo="", graderinfoformat=1)
                fill(found, responsetemplate="", responsetemplateformat=1, filetypeslist="")
                fill(found, maxbytes=0)

    def answers(self, answers: etree._Element, one: Placed) -> None:
        """With their parts of the points; of things in order, with their places."""
        markup = one.question.kind in ("multichoice", "ordering")
        for number, answer in zip(one.answers, one.question.answers, strict=True):
            share = answer.percent if one.question.kind == "ordering" else answer.percent / WHOLE
            found = add(answers, "answer", id=number)
            fill(found, answertext=_spoken(one, answer.words), answerformat=int(markup))
            fill(found, fraction=_seven(share), feedback=answer.feedback, feedbackformat=1)

    def numerical(self, plugin: etree._Element, one: Placed) -> None:
        """No units: how far off a number may be."""
        add(plugin, "numerical_units")
        options = add(add(plugin, "numerical_options"), "numerical_option", id=one.id)
        fill(options, showunits=3, unitsleft=0, unitgradingtype=0, unitpenalty="0.1000000")
        records = add(plugin, "numerical_records")
        for number, answer in zip(one.answers, one.question.answers, strict=True):
            record = add(records, "numerical_record", id=number)
            fill(record, answer=number, tolerance=written(answer.tolerance))

    def matching(self, plugin: etree._Element, one: Placed) -> None:
        """Each stem with its target."""
        options = add(plugin, "matchoptions", id=one.id)
        fill(options, shuffleanswers=1)
        _combined(options, one)
        fill(options, shownumcorrect=1)
        matches = add(plugin, "matches")
        for number, pair in zip(one.answers, one.question.pairs, strict=True):
            found = add(matches, "match", id=number)
            fill(found, questiontext=pair.stem, questiontextformat=1, answertext=pair.target)


def _combined(found: etree._Element, one: Placed) -> None:
    said: dict[str, Value] = {
        "correctfeedback": one.question.right,
        "partiallycorrectfeedback": one.question.wrong,
        "incorrectfeedback": one.question.wrong,
    }
    for name, words in said.items():
        fill(found, **{name: words, f"{name}format": 1})


def _spoken(one: Placed, words: str) -> str:
    """Moodle writes True and False with a capital letter here."""
    return words.capitalize() if one.question.kind == "truefalse" else words


def _seven(share: Decimal) -> str:
    """As Moodle's database keeps it."""
    return f"{share:.7f}"
