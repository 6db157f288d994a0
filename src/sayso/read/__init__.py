"""Articles in, readings out: who said what, to which effect, when, and on whose word."""
