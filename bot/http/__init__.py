"""Everything that is served over HTTP: the addresses, the doors, and the one application."""
