import sys
from pathlib import Path

# Test modules are imported by path, so that the builders beside them must be made findable.
sys.path.insert(0, str(Path(__file__).parent))
