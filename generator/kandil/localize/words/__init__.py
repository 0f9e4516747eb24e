"""What Kandil itself says to a learner, in the words and forms of an edition's language."""
