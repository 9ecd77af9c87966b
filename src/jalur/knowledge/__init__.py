"""What jalur knows: data under `data/`, loaded once, checked, and asked through small functions."""
