"""Measures `jalur.sources` on the coded reports and on two public sets, which are only read."""
