"""jalur: follows conflicts and their mediated talks through the news."""

__version__ = "0.1.0"
