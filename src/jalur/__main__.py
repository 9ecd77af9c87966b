"""`python -m jalur`: the command line."""

from jalur.views.cli import main

if __name__ == "__main__":
    main(prog_name="jalur")
