"""What Sayso gets right, and how fast: one file per scorer, one table for all (``python -m bench``)."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command itself sets it, before NumPy is loaded
