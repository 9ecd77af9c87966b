"""Drawings made on the server: plain geometry that a template writes out as SVG."""
