"""Corrections replayed over readings: what people have overruled holds in every new ledger."""
