"""Questions that ask badly."""
