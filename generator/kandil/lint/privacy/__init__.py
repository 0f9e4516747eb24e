"""What would give a learner away."""
