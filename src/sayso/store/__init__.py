"""The desk: one SQLite file that keeps reports, readings, what was set aside, and what was collated.

Open it with ``sayso.store.desk.open_desk``. This file re-exports nothing, so that the JSON forms can be used
without loading a database library.
"""
