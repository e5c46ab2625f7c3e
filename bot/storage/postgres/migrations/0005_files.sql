-- The same shape as on SQLite.
CREATE TABLE files (
    id text PRIMARY KEY,
    conversation bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    line integer NOT NULL,
    at timestamptz NOT NULL,
    stage text NOT NULL CHECK (stage IN ('awaited', 'kept', 'lost')),
    reason text,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    about bytea NOT NULL,
    content bytea
);

-- What is sealed cannot be made smaller.
ALTER TABLE files ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX files_by_conversation ON files (conversation);
CREATE INDEX files_awaited ON files (at) WHERE stage = 'awaited';
