"""The conversation seen from outside: proved, drawn, and printed for a lawyer."""
