"""How the shipped weights are made: corpora, examples, network, stages, export. The package never imports this."""
