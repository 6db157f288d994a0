"""Cleaning: encoding damage repaired, boilerplate taken out and kept apart. Plain values in and out."""
