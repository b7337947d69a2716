"""How fast Standoff is and how much memory it takes, as ratios measured in one run: `python -m benchmarks.speed`."""
