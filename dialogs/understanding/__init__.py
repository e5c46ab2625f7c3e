"""Dutch answers, read with care: a value, a range, or a question back."""
