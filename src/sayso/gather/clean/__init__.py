"""Cleaning: encoding damage repaired, boilerplate taken out and kept apart. It takes and gives plain values."""
