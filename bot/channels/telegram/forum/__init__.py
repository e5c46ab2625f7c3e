"""The staff group on Telegram: one topic for each case."""
