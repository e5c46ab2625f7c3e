"""The conversation: which question comes next and what an answer means. Pure."""
