"""What the formats for Moodle share: its question bank, of which each writes its own form."""
