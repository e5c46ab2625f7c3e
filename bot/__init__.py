"""The world: channels, storage, people and time."""
