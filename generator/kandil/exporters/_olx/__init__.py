"""How Open edX writes a course (Open Learning XML), and how it is looked at again."""
