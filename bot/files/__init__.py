"""Files that people send: fetched, and known by their own bytes."""
