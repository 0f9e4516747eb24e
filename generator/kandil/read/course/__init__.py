"""The folder of a course: its settings, lessons, banks, glossary and pictures."""
