"""Demands, offers, promises, threats and refusals, and what has become of them."""
