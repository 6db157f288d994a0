"""Claims: what may be true, and how each report carries it."""
