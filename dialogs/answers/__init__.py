"""What a person types or chooses, as an answer: read, checked and written in the ledger."""
