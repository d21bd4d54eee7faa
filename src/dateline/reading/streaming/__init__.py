"""XML of any size: cut into its posts or entries as it streams, each parsed by itself."""
