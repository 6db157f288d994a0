"""The version of the reader: a desk reads its articles again when it has changed.

Raise it with every change of the weights or rules that changes a reading.
"""

READER_VERSION = "2026.11.1"
