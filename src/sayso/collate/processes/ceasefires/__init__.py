"""Ceasefires and their codes."""
