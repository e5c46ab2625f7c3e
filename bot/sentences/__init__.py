"""Every sentence that is said: read from the locales, filled in, made ready for a channel."""
