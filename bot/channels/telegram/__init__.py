"""Telegram; aiogram takes seconds to import, so this package itself imports nothing."""
