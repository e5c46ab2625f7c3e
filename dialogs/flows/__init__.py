"""The questions, declared as data."""
