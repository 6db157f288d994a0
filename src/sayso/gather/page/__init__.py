"""Pages to reports, parsed in a worker process: a parser in C can be neither interrupted nor trusted."""
