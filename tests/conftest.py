"""Settings of every test: examples are not timed, since benchmarks measure time and machines differ."""

from hypothesis import settings

settings.register_profile("sayso", deadline=None, derandomize=True)
settings.load_profile("sayso")
