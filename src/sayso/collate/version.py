"""The version of collation: it grows whenever the same readings would give another ledger."""

COLLATION_VERSION = "8"
