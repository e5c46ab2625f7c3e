"""The desk of the intake staff."""
