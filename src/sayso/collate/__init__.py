"""Collation: readings laid side by side as one ledger."""
