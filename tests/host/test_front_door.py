"""The portal in the one folder bears the host's name, whatever it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kandil.host.front_door import build_portal
from kandil.host.order import Order
from lxml import html

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("1325", "1325"), ('ГО "Інша жінка" & <Co>', "ГО “Інша жінка” & ‹Co›")],
)
def test_a_number_and_quotes_are_a_name_too(
    name: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "www").mkdir()
    order = Order((), date(2026, 11, 24), tmp_path, name=name)
    assert build_portal(order, []) == ""
    page = html.fromstring((order.root / "portal/index.html").read_text("utf-8"))
    [logo, *_] = page.find_class("md-logo")
    assert {words.strip() for words in (logo.get("aria-label"), logo.get("title"))} == {shown}
    assert page.findtext(".//title").strip() == shown
    assert not (order.root / "portal/404.html").exists()
    assert name in page.find(".//h1").text_content()
