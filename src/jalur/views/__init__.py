"""The room where what was understood is shown: one view, drawn for a person or for a program."""
