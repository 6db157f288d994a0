"""Lets ``python -m sayso`` do what ``sayso`` does."""

from sayso.cli import main

if __name__ == "__main__":
    main()
