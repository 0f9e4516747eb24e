"""YAML with places: values stay as they were written, whatever YAML 1.1 would make of them."""

from __future__ import annotations

from pathlib import Path

from kandil.read.source.source import Source
from kandil.read.source.yaml_nodes import Document, read_yaml
from read.lesson import read_lesson


def _read(text: str) -> Document:
    return read_yaml(Source("a.yml", tuple(text.split("\n"))))


def test_places_of_keys_and_values() -> None:
    document = _read("a: 1\nб: 😀 х\nc:\n  - {d: e}\n  - 'f'\n")
    assert document.data == {"a": "1", "б": "😀 х", "c": [{"d": "e"}, "f"]}
    assert document.values[("б",)] == (1, 3)
    assert document.values[("c", 0, "d")] == (3, 8)
    assert document.values[("c", 1)] == (4, 4)
    assert (document.keys[("c", 0, "d")].line, document.keys[("c", 0, "d")].column) == (4, 6)


def test_values_stay_words() -> None:
    document = _read("a: yes\nb: 012\nc: 1:30\nd: 2026-11-24\ne: ~\nf: 1.10\n<<: x")
    assert list(document.data.values()) == ["yes", "012", "1:30", "2026-11-24", "~", "1.10", "x"]


def test_types_of_the_front_matter(tmp_path: Path) -> None:
    front = "---\nid: bad\ntitle: 2018\nminutes: 08\nbest_by: 2027-11-24\nauthors: No one\n---\n"
    module = read_lesson(tmp_path, front).module
    assert module is not None
    assert (module.title.source, module.minutes, module.authors) == ("2018", 8, ("No one",))
    assert str(module.best_by) == "2027-11-24"


NOBODY = "TBD none not_yet pending TODO - ? ??? n/a ~ null Your_Name <name> xxx нет пока_нет"
NOBODY += " будет_позже ще_немає henüz_yok Adınız_Soyadınız ჯერ_არა pas_encore aucun nadie لا_أحد"
SOMEBODY = "Ana_Beridze ნინო_კაპანაძე Олена_Коваль Will_Smith Ayşe_Yılmaz Dr._No A._Karimova"
SOMEBODY += " helpline_psychologist Cansu_Kimsesiz Jeanne_d'Arc"


def test_a_placeholder_reviews_nothing(tmp_path: Path) -> None:
    for name in [*NOBODY.split(), *SOMEBODY.split()]:
        shown = name.replace("_", " ")
        front = f'---\nid: bad\ntitle: Bad\nreviewers: ["{shown}"]\n---\n\nWords.\n'
        read = read_lesson(tmp_path, front)
        told = [problem.code for problem in read.reading.problems]
        assert told == (["C018"] if name in NOBODY.split() else []), name
        assert read.module is not None
        assert bool(read.module.reviewers) == (name in SOMEBODY.split())


def test_a_list_without_end_is_refused() -> None:
    assert [problem.code for problem in _read("a: &b [*b]").problems] == ["C004"]


def test_lists_that_grow_without_measure_are_refused() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert {problem.code for problem in _read("\n".join(rows)).problems} == {"C004"}
