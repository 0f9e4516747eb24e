"""A territory that a test may verify: its numbers are made up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 11, 24)

CONTACT = """\
  - id: {id}
    names: {{en: "Helpline {id}"}}
    service_area: [GE]
    kinds: [{kinds}]
    status: {status}
    channels:
      - {{type: phone, display: "{number}", cost: free, hours: "24/7", tz: Asia/Tbilisi}}
    languages: [ka, ru]
    evidence:
      - {{url: "https://example.org/{id}", publisher: State, from: state, states: [hours, cost]}}
      - {{url: "https://example.com/{id}", publisher: Paper, from: media}}
    verification: {{on: {on}, method: test_call, by: focal point, second_by: line manager}}
{more}"""


def contact(age: int = 0, name: str = "one", **settings: str) -> str:
    """An entry that was verified `age` days before `DAY`."""
    values = {"number": "0 322 000 001", "kinds": "domestic_violence", "status": "verified"}
    more = settings.pop("more", "")
    lines = "".join(f"    {line}\n" for line in more.split("\n") if line)
    on = DAY - timedelta(age)
    return CONTACT.format(**(values | settings | {"id": name, "on": on, "more": lines}))


def territory(folder: Path, *contacts: str, code: str = "GE", above: str = "") -> Path:
    """`locales/territories/GE.yml` of the project in `folder`."""
    path = folder / "locales" / "territories" / f"{code}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    body = f"contacts:\n{''.join(contacts)}" if contacts else ""
    path.write_text(f"territory: {code}\nnames: {{en: Georgia}}\n{above}{body}", "utf-8")
    (path.parent / "international.yml").write_text(
        'territory: "001"\nnames: {en: Everywhere}\n', "utf-8"
    )
    return path
