"""The version of collation: it grows when the same readings would give another ledger."""

COLLATION_VERSION = "1"
