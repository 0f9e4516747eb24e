"""The files of a backup that belong to an activity: a page or a quiz."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from kandil.exporters._mbz.course_files import VERSION, stamp
from kandil.exporters._mbz.nodes import add, file, fill, root
from kandil.exporters._mbz.plan import Backup, PageActivity, QuizActivity, Slot
from kandil.exporters._moodle.asking import written
from kandil.package.artefact import File

WHOLE = 100
"""What a quiz gives in the gradebook, whatever its points are: the pass mark is a part of it."""
_AUTOMATIC = 2
"""Of completion: by what the learner does."""
_SHOWN_OPEN = 'a:2:{s:10:"printintro";s:1:"0";s:17:"printlastmodified";s:1:"0";}'
"""How PHP writes down that a page shows neither an introduction nor a date."""
_ALWAYS = 0x11110
"""Of what a quiz lets her see: during an attempt, at once, later, and when it is closed."""
_AFTER = 0x01110


def activity_files(backup: Backup) -> Iterator[File]:
    """Those of each, in its folder."""
    for one in backup.activities:
        folder = f"activities/{one.kind}_{one.id}"
        own = _page(backup, one) if isinstance(one, PageActivity) else _quiz(backup, one)
        yield file(f"{folder}/{one.kind}.xml", own)
        yield file(f"{folder}/module.xml", _module(backup, one))
        yield file(f"{folder}/grades.xml", _grades(backup, one))
        yield file(f"{folder}/inforef.xml", _inforef(one))
        yield file(f"{folder}/roles.xml", root("roles"))


def _activity(one: PageActivity | QuizActivity) -> tuple[etree._Element, etree._Element]:
    found = root("activity", id=one.id, moduleid=one.id, modulename=one.kind, contextid=one.context)
    return found, add(found, one.kind, id=one.id)


def _page(backup: Backup, one: PageActivity) -> etree._Element:
    found, page = _activity(one)
    fill(page, name=one.name, intro="", introformat=1, content=one.content, contentformat=1)
    fill(page, legacyfiles=0, legacyfileslast=None, display=5, displayoptions=_SHOWN_OPEN)
    fill(page, revision=1, timemodified=stamp(backup))
    return found


def _quiz(backup: Backup, one: QuizActivity) -> etree._Element:
    """Repeated as often as she likes; the best attempt counts (`rulings.md` 1)."""
    found, quiz = _activity(one)
    fill(quiz, name=one.name, intro="", introformat=1, timeopen=0, timeclose=0, timelimit=0)
    fill(quiz, overduehandling="autosubmit", graceperiod=0, preferredbehaviour="interactive")
    fill(quiz, canredoquestions=0, attempts_number=0, attemptonlast=0, grademethod=1)
    fill(quiz, decimalpoints=0, questiondecimalpoints=-1, reviewattempt=_ALWAYS)
    fill(quiz, reviewcorrectness=_ALWAYS, reviewmaxmarks=_ALWAYS, reviewmarks=_ALWAYS)
    fill(quiz, reviewspecificfeedback=_ALWAYS, reviewgeneralfeedback=_ALWAYS)
    fill(quiz, reviewrightanswer=_ALWAYS, reviewoverallfeedback=_AFTER, questionsperpage=1)
    fill(quiz, navmethod="free", shuffleanswers=1, sumgrades=written(one.marks))
    fill(quiz, grade=WHOLE if one.marks else 0, timecreated=stamp(backup))
    fill(quiz, timemodified=stamp(backup), password="", subnet="", browsersecurity="-")
    fill(quiz, delay1=0, delay2=0, showuserpicture=0, showblocks=0)
    fill(quiz, completionattemptsexhausted=0, completionminattempts=0, allowofflineattempts=0)
    instances = add(quiz, "question_instances")
    for number, slot in enumerate(one.slots, 1):
        _slot(instances, one, number, slot)
    section = add(add(quiz, "sections"), "section", id=one.id)
    fill(section, firstslot=1, heading="", shufflequestions=0)
    for name in ("feedbacks", "overrides", "grades", "attempts"):
        add(quiz, name)
    return found


def _slot(instances: etree._Element, quiz: QuizActivity, number: int, slot: Slot) -> None:
    row = add(instances, "question_instance", id=slot.id)
    fill(row, quizid=quiz.id, slot=number, page=number, displaynumber=None, requireprevious=0)
    fill(row, maxmark=written(slot.mark), quizgradeitemid=None)
    whole = slot.entry is not None
    name = "question_reference" if whole else "question_set_reference"
    reference = add(row, name, id=slot.id)
    fill(reference, usingcontextid=quiz.context, component="mod_quiz", questionarea="slot")
    if whole:
        fill(reference, questionbankentryid=slot.entry, version=None)
    else:
        # As Moodle 4.0 to 4.2 write it; later ones turn it into their own form.
        condition = f'{{"questioncategoryid":"{slot.drawn}","includingsubcategories":"0"}}'
        fill(reference, questionscontextid=quiz.context, filtercondition=condition)


def _module(backup: Backup, one: PageActivity | QuizActivity) -> etree._Element:
    found = root("module", id=one.id, version=VERSION)
    fill(found, modulename=one.kind, sectionid=one.section + 1, sectionnumber=one.section)
    fill(found, idnumber="", added=stamp(backup), score=0, indent=0, visible=1)
    fill(found, visibleoncoursepage=1, visibleold=1, groupmode=0, groupingid=0)
    graded = isinstance(one, QuizActivity) and bool(one.marks)
    fill(found, completion=_AUTOMATIC, completiongradeitemnumber=0 if graded else None)
    fill(found, completionpassgrade=int(graded), completionview=int(not graded))
    fill(found, completionexpected=0, availability=None, showdescription=0, downloadcontent=1)
    fill(found, lang="")
    add(found, "tags")
    return found


def _grades(backup: Backup, one: PageActivity | QuizActivity) -> etree._Element:
    found = root("activity_gradebook")
    items = add(found, "grade_items")
    if isinstance(one, QuizActivity) and one.marks:
        item = add(items, "grade_item", id=one.id)
        fill(item, categoryid=1, itemname=one.name, itemtype="mod", itemmodule="quiz")
        fill(item, iteminstance=one.id, itemnumber=0, iteminfo=None, idnumber="")
        fill(item, calculation=None, gradetype=1, grademax=WHOLE, grademin=0, scaleid=None)
        fill(item, outcomeid=None, gradepass=written(Decimal(one.pass_mark)), multfactor=1)
        fill(item, plusfactor=0, aggregationcoef=0, aggregationcoef2=0, weightoverride=0)
        fill(item, sortorder=one.id + 1, display=0, decimals=None, hidden=0, locked=0)
        fill(item, locktime=0, needsupdate=0, timecreated=stamp(backup))
        fill(item, timemodified=stamp(backup))
        add(item, "grade_grades")
    add(found, "grade_letters")
    return found


def _inforef(one: PageActivity | QuizActivity) -> etree._Element:
    """What a restore fetches for it from the files of the course."""
    found = root("inforef")
    if one.files:
        files = add(found, "fileref")
        for stored in one.files:
            fill(add(files, "file"), id=stored.id)
    if isinstance(one, QuizActivity):
        if one.marks:
            fill(add(add(found, "grade_itemref"), "grade_item"), id=one.id)
        categories = add(found, "question_categoryref")
        for number, _ in one.categories:
            fill(add(categories, "question_category"), id=number)
    return found
