"""`python -m standoff` does what the command `standoff` does."""

from standoff.cli import main

if __name__ == "__main__":
    main()
