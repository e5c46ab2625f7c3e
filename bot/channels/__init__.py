"""Where people talk: each adapter turns an update into an Inbound and sends an Outgoing."""
