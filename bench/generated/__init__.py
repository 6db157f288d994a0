"""Generated reports with their readings: as many as wanted, the same from the same seed, no encoder needed."""
