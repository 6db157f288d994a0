"""The version of the reader: raised with every change of the weights or rules that changes a reading.

Readings by an older version stay in a desk until its articles are read again (``sayso add --again``).
"""

READER_VERSION = "2026.11.6"
