"""Training of the reader's encoder: an extra, never needed at run time."""
