"""The record as a web application on this machine: `jalur serve`.

A page is a function from what is asked (`Ask`) to what is shown (`View`); one dispatcher draws it
as HTML, JSON or CSV. Readers' connections cannot write; forms write through `Record`.
"""
