"""Trains the network of `jalur.language`: `python -m training.language id` (or en)."""
