"""What Sayso gets right, and how fast: one file per scorer, one table for all (``python -m bench``)."""
