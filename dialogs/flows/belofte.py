"""What is promised about the length, before the first question; `flow check` holds it."""

# Questions at most, the consents among them, for who does not choose to tell more; the overview
# is one more thing to answer.
MOST_ANSWERS = {"slachtoffer": 28, "naaste": 28, "nabestaande": 27}
