"""What the benchmarks share: one archive for all, and how a run is measured."""
