"""The record as it is asked on the command line: for a reader, as JSON or as CSV."""
