"""Incidents: accounts of one event, in one report or several, tied together."""
