"""The neural encoder at run time: text to word pieces, windows, one forward pass, spans."""
