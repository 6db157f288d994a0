"""Correcting a desk: things named by their words, and the decisions of people about them."""
