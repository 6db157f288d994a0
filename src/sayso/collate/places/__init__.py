"""Places: where in the world the places that reports name lie, by a built-in gazetteer and the words around them."""
