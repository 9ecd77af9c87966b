"""The room where what was understood is shown: one view, drawn for a terminal, a program or a page."""
