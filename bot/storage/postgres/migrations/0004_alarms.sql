-- The same shape as on SQLite.
CREATE TABLE alarms (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind text NOT NULL,
    mark text NOT NULL,
    raised_at timestamptz NOT NULL,
    step integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    seen_by text,
    seen_at timestamptz,
    closed_at timestamptz,
    UNIQUE (conversation, kind, mark)
);

CREATE UNIQUE INDEX alarms_open ON alarms (conversation, kind)
WHERE seen_at IS NULL AND closed_at IS NULL;

CREATE TABLE notices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alarm bigint NOT NULL REFERENCES alarms (id) ON DELETE CASCADE,
    notifier text NOT NULL,
    step integer NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    reason text,
    told_at timestamptz,
    UNIQUE (alarm, notifier, step)
);

CREATE INDEX notices_waiting ON notices (notifier, due_at) WHERE told_at IS NULL;

ALTER TABLE conversations ADD COLUMN retest_on date;

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

INSERT INTO alarms (conversation, kind, mark, raised_at)
SELECT id, 'nieuwe_zaak', 'eerder', coalesce(handed_over_at, changed_at) FROM conversations
WHERE chat_index IS NOT NULL AND owner IS NULL AND epoch = 0
    AND state IN ('handed_over', 'with_human');
