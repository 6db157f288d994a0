"""The desk's ledger kept up to date: only what a new report touches is collated anew (``update``)."""
