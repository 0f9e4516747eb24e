"""Numbers to call."""
