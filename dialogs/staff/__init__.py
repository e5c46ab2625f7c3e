"""What a member of staff does in a conversation, and what the person meets while they hold it."""
