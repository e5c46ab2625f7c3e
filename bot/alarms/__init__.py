"""Alarms: raised, taken up the ladder, and told until a member of staff has seen them."""
