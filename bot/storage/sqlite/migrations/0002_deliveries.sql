-- How far each message is that a channel sends for one line; part 0 is an invitation to go on.
CREATE TABLE deliveries (
    line INTEGER NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    stage TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT,                      -- a code
    message BLOB,                     -- blind index of the channel's own id
    PRIMARY KEY (line, part)
) WITHOUT ROWID;

CREATE INDEX deliveries_by_message ON deliveries (message) WHERE message IS NOT NULL;
