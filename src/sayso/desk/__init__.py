"""The desk: the brief of a story in a terminal, as Markdown and as one HTML file, all drawn from one view model."""
