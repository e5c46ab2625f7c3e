"""What leaves the house: summaries of a case."""
