"""The learner's pages around the content."""
