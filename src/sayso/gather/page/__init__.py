"""Pages to reports: parsed in a worker process, because the parser's C code can be neither interrupted nor trusted."""
