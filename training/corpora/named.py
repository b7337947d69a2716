"""A text with marked names as a training example."""

from __future__ import annotations

from standoff.evaluate.named import NamedText
from training.examples import Example, Name, Names


def example_from_named(text: NamedText) -> Example:
    """The example that a text with its names is."""
    marked = tuple(Name(span=name.span, kinds=name.kinds) for name in text.names)
    names = Names(marked=marked, unmarked=text.unmarked)
    return Example(name=text.name, text=text.text, convention="gold", names=names)
