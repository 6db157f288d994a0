"""What every station shares: records, errors, settings and text helpers. It imports nothing else of Sayso."""
