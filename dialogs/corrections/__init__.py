"""Answers that are given anew: in plain words, by list, or not at all after "laat maar"."""
