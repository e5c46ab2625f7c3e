"""Properties are promises about the rules, never about how fast this machine is."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None, max_examples=25)
settings.load_profile("unhurried")
