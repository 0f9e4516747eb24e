"""Markdown and YAML in, a `Course` out, with the place of everything a learner can see."""
