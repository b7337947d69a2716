"""The command line: options in, the pipeline's work, results on standard output, everything for people beside it.

The only rooms that print. Results go to standard output; progress, skipped inputs and closing lines go to standard
error, so that `--json` and `-o -` can be piped on. Exit codes: 0 done, 1 some inputs failed (the others are done),
2 the request cannot be carried out.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from standoff import __version__
from standoff.cli.actors import actors
from standoff.cli.annotate import annotate
from standoff.cli.brief import brief, demo
from standoff.cli.code import code
from standoff.cli.codebook import codebook_commands
from standoff.cli.evaluate import evaluate
from standoff.cli.extract import extract
from standoff.cli.sample import sample
from standoff.cli.streams import tell
from standoff.cli.verify import verify
from standoff.errors import GoldError, InputError, StandoffError


class _Commands(click.Group):
    """The group of all commands; a reader that closes the pipe early (`| head`) ends them without a word."""

    def invoke(self, ctx: click.Context) -> object:
        """What the command gives back."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Standard output is flushed once more when Python ends; it must find nothing to complain about.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(128 + getattr(signal, "SIGPIPE", 13))


@click.group(cls=_Commands, epilog="\b\nExample:\n  standoff demo", context_settings={"show_default": True})
@click.version_option(__version__, prog_name="standoff", help="Show the version and leave.")
def commands() -> None:
    """Read news about diplomacy: who says what, and how the text says it knows."""


for _command in (brief, demo, extract, verify, code, actors, evaluate, sample, annotate, codebook_commands):
    commands.add_command(_command)


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command; what went wrong is told in one line on standard error, never as a traceback."""
    try:
        code = commands.main(args=list(arguments), prog_name="standoff", standalone_mode=False)
    except click.ClickException as err:
        err.show()
        return err.exit_code
    except click.Abort:
        return 128 + signal.SIGINT
    except StandoffError as err:
        tell(f"standoff: {err}")
        return 1 if isinstance(err, InputError | GoldError) else 2
    return code if isinstance(code, int) else 0


def _stop(number: int, _frame: FrameType | None) -> None:
    """Ends the program as SIGTERM asks, but by an exception, so that no half-written file stays behind."""
    sys.exit(128 + number)
