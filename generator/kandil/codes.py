"""Every problem code, once: what it finds and how severe it is. Codes never change meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the handbook's page of problem codes."""

    finds: str
    severity: Literal["error", "warning", "notice"] = "error"


CODES: dict[str, Code] = {
    # C: course.yml and front matter
    "C001": Code("a key that is not known"),
    "C002": Code("a required key is missing"),
    "C003": Code("a value of the wrong kind"),
    "C004": Code("YAML that cannot be read"),
    "C005": Code("a module or file that does not exist"),
    "C006": Code("an id that is used twice"),
    "C007": Code("an id that is not a short ASCII word"),
    "C008": Code("front matter that is missing or not closed"),
    "C009": Code("a file that is not UTF-8 text, or cannot be read"),
    "C010": Code("a key that is written twice"),
    "C011": Code("a lesson without one of the fixed blocks that `shape: lesson` asks for"),
    "C012": Code("a lesson whose quiz has too few or too many questions for `shape: lesson`"),
    "C013": Code("a file in `modules/` that course.yml does not name", "warning"),
    "C014": Code("a format that is not known"),
    # M: the Markdown dialect
    "M001": Code("raw HTML"),
    "M002": Code("a link or image with a scheme that is not allowed"),
    "M003": Code("a path that leaves the course folder"),
    "M004": Code("a link to a lesson, file or heading that does not exist"),
    "M005": Code("an image without alternative text"),
    "M006": Code("an image file that is missing or cannot be read"),
    "M007": Code("an SVG image with scripts or outside references"),
    "M008": Code("a callout of an unknown kind"),
    "M009": Code("a comment that shares its line with words"),
    "M010": Code("a comment that is not known or stands in the wrong place"),
    "M011": Code("a heading of level 1, or a level that is skipped"),
    "M012": Code("a footnote without its note, a note that no sentence names, or a note twice"),
    "M013": Code("a reference link"),
    "M014": Code("an empty heading or callout, or a fixed block twice"),
    "M015": Code("blanks `[[…]]` outside the sentence of a question"),
    "M016": Code("a comment whose signs `<!--` and `-->` are not both whole"),
    "M017": Code("a heading made by a line of `===` or `---` below it"),
    "M018": Code("words in quotes behind an address, which nobody would see"),
    "M019": Code("a link or image broken by a space"),
    "M020": Code("a table whose rows do not fit its head"),
    "M021": Code("lists and quotes too deep in each other"),
    "M022": Code("a code block that is not closed"),
    "M023": Code("a heading without a space behind its signs `#`"),
    # Q: questions and quizzes
    "Q001": Code("a keyword in the wrong case, with a slip or without its colon"),
    "Q002": Code("an unknown setting"),
    "Q003": Code("a setting whose value cannot be read"),
    "Q004": Code("an unknown Bloom level"),
    "Q005": Code("an id that is used twice in a module"),
    "Q006": Code("an unknown objective"),
    "Q007": Code("a question without an id of its own in a release"),
    "Q008": Code("a keyword that this version does not build yet"),
    "Q009": Code("a label that is not known or stands in the wrong place"),
    "Q010": Code("a question with both tick boxes and blanks"),
    "Q011": Code("a question or quiz without words behind its keyword"),
    "Q012": Code("a setting that would do nothing where it stands"),
    "Q013": Code("a keyword heading inside a list or quote"),
    "Q101": Code("no answers"),
    "Q102": Code("a tick box that cannot be read"),
    "Q103": Code("an answer without a tick box"),
    "Q104": Code("no answer is marked as right"),
    "Q105": Code("the same answer twice"),
    "Q106": Code("feedback that is not indented under its answer"),
    "Q107": Code("one answer only"),
    "Q108": Code("every answer is marked as right", "warning"),
    "Q109": Code("a type in the settings that does not fit the ticks"),
    "Q110": Code("lists, tables or code in an answer, in its feedback or behind a label"),
    "Q111": Code("answers in a numbered list"),
    "Q112": Code("words below the answers that are neither feedback nor a label"),
    "Q113": Code("more answers than there are letters"),
    "Q201": Code("an empty blank"),
    "Q202": Code("a number that cannot be read"),
    "Q203": Code("a blank in a table"),
    "Q204": Code("a number without `=`, read as a number", "notice"),
    "Q205": Code("a blank that is not closed"),
    "Q701": Code("a quiz without questions"),
    "Q702": Code("tick boxes in a quiz under a heading without a keyword"),
    "Q703": Code("a pass mark that cannot be reached or read"),
    "Q704": Code("a quiz inside a quiz"),
    "Q705": Code("an objective of the lesson without a question", "warning"),
    # L: localization
    "L001": Code("a PO file that cannot be read"),
    "L002": Code("a link that was lost or changed"),
    "L003": Code("words in code marks that were lost or changed"),
    "L004": Code("blanks whose number or kind differs"),
    "L005": Code("a placeholder that was lost or changed"),
    "L006": Code("a number that was lost or changed", "warning"),
    "L007": Code("two answers of a question that became the same"),
    "L008": Code("markup that the source does not have"),
    "L009": Code("a translation much longer than its source", "warning"),
    "L010": Code("direction marks that are not balanced"),
    "L012": Code("an entry whose source has changed", "notice"),
    "L013": Code("a locale that is not known"),
    "L014": Code("a PO file made by another version of the segmentation rules", "warning"),
    "L015": Code("a translation that the Markdown reader refuses"),
    # G: gates of a release
    "G001": Code("a translation below the gate of the edition", "notice"),
    "G002": Code("a course that may be built as a preview only"),
    "G003": Code("advice past its best-by date"),
    "G004": Code("a lesson that no specialist has reviewed yet", "notice"),
    # V: verify
    "V001": Code("a first load above the budget"),
    "V002": Code("a link inside the package that leads nowhere"),
    "V003": Code("a reference to something outside the package"),
    "V004": Code("a file that is missing from the manifest, or from the package"),
    "V005": Code("a checksum that does not match"),
    "V006": Code("a manifest that is not valid"),
    "V007": Code("a package that cannot be read"),
    "V008": Code("a resume state that could outgrow 4,096 characters"),
}
