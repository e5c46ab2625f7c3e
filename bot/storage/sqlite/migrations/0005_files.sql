-- What people send besides words. The bytes stand here too: they are written with the turn that they
-- came in, and go when everything goes.
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,            -- the line of the message that it came with
    at TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('awaited', 'kept', 'lost')),
    reason TEXT,                      -- a code: why it never came
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,
    leased_until REAL NOT NULL DEFAULT 0,   -- Julian day, by the clock of the database
    about BLOB NOT NULL,              -- sealed: name, kind, size, hash, where it is to be fetched
    content BLOB                      -- sealed; NULL until it is here
);

CREATE INDEX files_by_conversation ON files (conversation);
CREATE INDEX files_awaited ON files (at) WHERE stage = 'awaited';
