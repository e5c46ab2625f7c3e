-- Whatever a person said, and who they are where they talk, stands in a BLOB that is sealed with
-- the key of the conversation. What is in the clear is what a queue is sorted by.

CREATE TABLE case_numbers (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
);

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_number TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    chat_index BLOB UNIQUE,           -- blind index of channel and chat id; NULL after erasing
    chat BLOB NOT NULL,               -- sealed chat id; empty when the farewell has been sent
    ref BLOB NOT NULL UNIQUE,         -- which key of keys.db
    revision INTEGER NOT NULL,
    owner TEXT,
    epoch INTEGER NOT NULL,
    lines INTEGER NOT NULL,           -- number of the last line
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    state TEXT NOT NULL,
    process_code TEXT,
    urgency TEXT NOT NULL,
    signals TEXT NOT NULL,            -- JSON list of ids
    handed_over_at TEXT,
    session BLOB NOT NULL             -- sealed
);

CREATE INDEX conversations_by_change ON conversations (changed_at);

-- The transcript and the outbox in one: a message is sealed once, and its line says what became
-- of it. `outcome` is NULL for what people sent, then waiting, sent, failed or dropped.
CREATE TABLE lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    message_class TEXT,
    epoch INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('waiting', 'sent', 'failed', 'dropped')),
    due_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until REAL NOT NULL DEFAULT 0,   -- Julian day, by the clock of the database
    reason TEXT,
    finished_at TEXT,
    content BLOB NOT NULL,            -- sealed
    UNIQUE (conversation, number)
);

CREATE INDEX lines_waiting ON lines (conversation, id) WHERE outcome = 'waiting';

-- The first message of each conversation that waits. An answer of the bot from before a takeover
-- is not started any more; one that was being sent at that moment still goes before what follows.
CREATE VIEW sendable AS
SELECT l.id AS line_id, l.conversation, l.number, l.at, l.message_class, l.epoch AS line_epoch,
    l.attempts, l.due_at, l.content, c.channel, c.chat, c.ref, c.case_number
FROM lines l JOIN conversations c ON c.id = l.conversation
WHERE l.outcome = 'waiting'
    AND l.leased_until <= julianday('now')
    AND NOT (l.message_class = 'bot' AND l.epoch < c.epoch)
    AND NOT EXISTS (
        SELECT 1 FROM lines b
        WHERE b.conversation = l.conversation AND b.outcome = 'waiting' AND b.id < l.id
            AND (b.leased_until > julianday('now')
                OR NOT (b.message_class = 'bot' AND b.epoch < c.epoch))
    );

-- Never handed over and nobody's: the short term. Everything else: the long one.
CREATE VIEW terms AS
SELECT id, changed_at,
    NOT (handed_over_at IS NULL AND owner IS NULL AND state <> 'with_human') AS long_term
FROM conversations WHERE chat_index IS NOT NULL;

-- Blind index of every message that came in, so that one delivered twice counts once.
CREATE TABLE received (
    message BLOB PRIMARY KEY,
    conversation INTEGER REFERENCES conversations (id),
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX received_by_conversation ON received (conversation);

-- What proves an erasure; nothing about the person.
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_number TEXT NOT NULL,
    channel TEXT NOT NULL,
    erased_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    counts TEXT NOT NULL,             -- JSON
    ref BLOB NOT NULL                 -- the key that was destroyed
);

CREATE TABLE staff (
    name TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    disabled INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE logins (
    token_hash TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX logins_by_name ON logins (name);
