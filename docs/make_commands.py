"""Writes docs/commands.md from the commands themselves: python docs/make_commands.py."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from standoff.cli import commands

HEAD = """\
# Commands

Made from the program's own help by `python docs/make_commands.py`; a test fails when the two differ.

Results go to standard output, everything else (progress, skipped inputs, closing counts) to standard error.
Exit codes: 0 done; 1 some inputs failed, each with its reason, and the others are done; 2 the request cannot be
carried out; 130 stopped by Ctrl-C.

`--help` after any command shows the same in the terminal; `--version` after `standoff` shows the version.
"""


def commands_page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections(commands, "standoff")])


def _sections(command: click.Command, path: str) -> Iterator[str]:
    if path != "standoff":
        yield _section(command, path)
    if isinstance(command, click.Group):
        for name, part in command.commands.items():
            yield from _sections(part, f"{path} {name}")


def _section(command: click.Command, path: str) -> str:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    names = " ".join((a.metavar or (a.name or "").upper()) + ("..." if a.nargs == -1 else "") for a in arguments)
    options = [p for p in command.params if isinstance(p, click.Option)]
    tail = " COMMAND" if isinstance(command, click.Group) else f"{' [OPTIONS]' if options else ''} {names}"
    parts = [f"## `{path}`", inspect.cleandoc(command.help or ""), f"    {(path + tail).strip()}"]
    if options:
        rows = [f"| {_names(option)} | {_meaning(option)} |" for option in options]
        parts.append("\n".join(["| option | meaning |", "| --- | --- |", *rows]))
    return "\n\n".join([*parts, _example(command)]) + "\n"


def _names(option: click.Option) -> str:
    value = "" if option.is_flag else f" {_value(option)}"
    return ", ".join(f"`{name}{value}`" for name in option.opts)


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "\\|".join(map(str, option.type.choices))
    return option.metavar or option.type.name.upper()


def _meaning(option: click.Option) -> str:
    has_default = not option.is_flag and isinstance(option.default, str | int)
    return f"{option.help}{f' Default: `{option.default}`.' if has_default else ''}"


def _example(command: click.Command) -> str:
    """The lines of the example, as a block of code."""
    lines = [line.strip() for line in (command.epilog or "").splitlines() if line.startswith("  ")]
    return "\n".join(["```sh", *lines, "```"])


if __name__ == "__main__":
    Path(__file__).with_name("commands.md").write_text(commands_page(), encoding="utf-8")
