"""WhatsApp; its client takes a while to import, so this package itself imports nothing."""
