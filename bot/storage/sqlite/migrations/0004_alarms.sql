-- What a member of staff must see. Nothing about the person: which case, what kind, and who saw it.
-- `mark` tells one occasion from the next; `step` counts how often it went up the ladder.
CREATE TABLE alarms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    mark TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,                      -- when it goes up next; NULL: it stays where it is
    seen_by TEXT,
    seen_at TEXT,
    closed_at TEXT,                   -- over before anyone saw it
    UNIQUE (conversation, kind, mark)
);

CREATE UNIQUE INDEX alarms_open ON alarms (conversation, kind)
WHERE seen_at IS NULL AND closed_at IS NULL;

-- What staff are told outside the desk, once for each step; kept until it was sent.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alarm INTEGER NOT NULL REFERENCES alarms (id) ON DELETE CASCADE,
    notifier TEXT NOT NULL,
    step INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until REAL NOT NULL DEFAULT 0,   -- Julian day, by the clock of the database
    reason TEXT,
    told_at TEXT,
    UNIQUE (alarm, notifier, step)
);

CREATE INDEX notices_waiting ON notices (notifier, due_at) WHERE told_at IS NULL;

-- When to test the criteria of light injury again; NULL: never by itself.
ALTER TABLE conversations ADD COLUMN retest_on TEXT;

CREATE INDEX conversations_by_retest ON conversations (retest_on) WHERE retest_on IS NOT NULL;

-- What nobody has seen yet.
CREATE VIEW open_alarms AS
SELECT a.*, c.case_number, c.owner, c.state FROM alarms a JOIN conversations c ON c.id = a.conversation
WHERE a.seen_at IS NULL AND a.closed_at IS NULL AND c.closed_at IS NULL AND c.chat_index IS NOT NULL;

-- Whose handler owes a word: since their last one, or since they took the case.
CREATE VIEW unanswered AS
SELECT l.conversation, min(l.number) AS number, min(l.at) AS since
FROM conversations c JOIN lines l ON l.conversation = c.id AND l.epoch = c.epoch
WHERE c.owner IS NOT NULL AND c.closed_at IS NULL AND c.chat_index IS NOT NULL
    AND (l.message_class IS NULL OR l.message_class = 'system')
    AND l.number > coalesce((SELECT max(h.number) FROM lines h
        WHERE h.conversation = c.id AND h.message_class = 'human'), 0)
GROUP BY l.conversation;

-- Whoever waited already waits on, and nobody is told of it as if it were new.
INSERT INTO alarms (conversation, kind, mark, raised_at)
SELECT id, 'nieuwe_zaak', 'eerder', coalesce(handed_over_at, changed_at) FROM conversations
WHERE chat_index IS NOT NULL AND owner IS NULL AND epoch = 0
    AND state IN ('handed_over', 'with_human');
