"""Offices across reports: who held which from when to when, and whom a bare title means."""
