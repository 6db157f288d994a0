"""The desk's tables as numbered versions, run by Alembic: ``run.py`` brings a desk to the newest."""
