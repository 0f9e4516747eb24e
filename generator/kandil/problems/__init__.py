"""What is wrong, where, and how to mend it."""

from __future__ import annotations

from kandil.problems.problem import Place, Problem, Severity, errors, listed, nearest

__all__ = ["Place", "Problem", "Severity", "errors", "listed", "nearest"]
