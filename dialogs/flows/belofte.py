"""What is promised about the length, before the first question; `flow check` holds it."""

# Questions at most, the consents among them, for who does not choose to tell more; the overview
# is one more thing to answer.
MOST_ANSWERS = {"slachtoffer": 28, "naaste": 28, "nabestaande": 28}
# With these a person chooses to tell more.
OPENS = frozenset({"meer", "posten", "gezin_nu", "nog_een_naaste", "nog_een_verwant"})
