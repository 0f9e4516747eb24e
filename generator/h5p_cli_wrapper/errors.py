"""What went wrong, and what to do about it."""

from __future__ import annotations


class H5PError(Exception):
    """Something that was asked for is not there afterwards."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint
        """What a person can do next, in one sentence."""
