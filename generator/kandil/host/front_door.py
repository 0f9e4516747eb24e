"""The portal in the hosted folder, where this machine can build one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from kandil.host.order import Order
from kandil.model.course import Course
from kandil.portal.catalogue import cards
from kandil.portal.write import Front, write_portal

PORTAL = "portal"
_CONFIG, _HANDBOOK = Path("mkdocs.yml"), Path("docs")
_NO_MARKUP = str.maketrans({'"': "”", "<": "‹", ">": "›"})


def build_portal(order: Order, courses: Sequence[Course]) -> str:
    """Why there is none; empty where it was built. An old one stays until the new one is whole."""
    if not _CONFIG.is_file():
        return f"there is no {_CONFIG} in the folder from which this was called"
    if find_spec("material") is None:
        return "what builds it is not installed; 'pip install \"kandil[portal]\"' brings it"
    front = Front(order.name, order.logo, "..", first="../index.html", sheets=False)
    with TemporaryDirectory(dir=order.out, prefix=".portal-") as folder:
        source, site = Path(folder, "source"), Path(folder, "site")
        handbook = _HANDBOOK if _HANDBOOK.is_dir() else None
        write_portal(front, cards(courses, order.root), handbook, source)
        if said := _mkdocs(order, source, site):
            return said
        # Its addresses begin at the server's root; servers answer with the neutral page instead.
        (site / "404.html").unlink()
        shutil.rmtree(order.root / PORTAL, ignore_errors=True)
        site.rename(order.root / PORTAL)
    return ""


def site_name(name: str) -> str:
    """As MkDocs takes it for words and writes it whole: it reads a lone `1325` as a number, where
    nothing stands before it, and puts a name into attributes as it is."""
    curled = re.sub(r'"([^"]*)"', "“\\1”", name).translate(_NO_MARKUP)
    return f" {curled}"


def _mkdocs(order: Order, source: Path, site: Path) -> str:
    day = datetime.combine(order.as_of, time(), UTC)
    own = {
        "KANDIL_PORTAL_SOURCE": str(source.resolve()),
        "KANDIL_PORTAL_NAME": site_name(order.name),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": f"{day.timestamp():.0f}",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--config-file", str(_CONFIG), "--site-dir", str(site.resolve())],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip() or f"mkdocs ended with {done.returncode}" if done.returncode else ""
