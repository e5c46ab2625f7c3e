"""The law: facts in, assessment out. Pure: no clock, no chat, no files but its own parameters."""
