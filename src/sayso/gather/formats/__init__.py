"""The formats that hold reports, one a file. Each takes an open source and gives what it holds, in order."""
