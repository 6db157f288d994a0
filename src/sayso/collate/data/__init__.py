"""Tables that collation ships: word frequencies and names of places."""
