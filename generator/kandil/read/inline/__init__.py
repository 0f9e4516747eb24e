"""The signs in a sentence."""
