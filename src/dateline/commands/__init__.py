"""The subcommands of `dateline`, one a file, each one call to a verb."""
